import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { hasPermission, permissionFingerprint, type Permission } from '@/lib/domain/permissions'
import type { Language } from '@/lib/domain/language'
import { translator, type Translate } from '@/lib/i18n/translate'
import { getAssessment, type Assessment } from '@/lib/queries/assessments'
import { getOverallRevision } from '@/lib/queries/instance'
import type { SessionLimits, SignedInViewer } from '@/lib/queries/viewer'
import { environment, ownOrigin } from '@/lib/platform/env'
import { declareCacheable, type Cacheable } from '@/lib/platform/rendering'
import { currentLanguage, currentViewer } from './session'

/** What a page has in hand once its door is passed. */
export interface Entered {
  viewer: SignedInViewer
  language: Language
  t: Translate
  now: Date
  /** The origin that people open Dictamen at. */
  origin: string
  /** The largest file that is taken. */
  uploadLimitBytes: number
  /** How long a session may lie idle. */
  sessionLimits: SessionLimits
}

/** Lets a signed-in person with the permission into a page; others go to sign-in and back here, or see the forbidden page. */
export async function enter(permission: Permission): Promise<Entered> {
  const viewer = await currentViewer()
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-request-path') ?? '/')}`)
  if (!hasPermission(viewer, permission)) forbidden()
  const { language } = viewer
  const { UPLOAD_MAX_BYTES: uploadLimitBytes, SESSION_IDLE_MINUTES: idleMinutes } = environment()
  return { viewer, language, t: translator(language), now: new Date(), origin: ownOrigin(), uploadLimitBytes, sessionLimits: { idleMinutes } }
}

/**
 * The same for a page of an assessment, read before anything else of it: what the page then shows is at
 * least as new as the revision that it is stored under.
 */
export async function enterAssessment(permission: Permission, slug: string): Promise<EnteredAssessment> {
  const entered = await enter(permission)
  const assessment = await getAssessment(entered.viewer, slug)
  if (!assessment) notFound()
  const fingerprint = permissionFingerprint(entered.viewer)
  return { ...entered, assessment, declareCacheable: declaration => declareCacheable({ ...declaration, fingerprint }) }
}

export interface EnteredAssessment extends Entered {
  assessment: Assessment
  /** Lets the server in front keep this page; see there what it promises. */
  declareCacheable: (declaration: Cacheable) => void
}

/**
 * The same for a page that shows things of no or of every assessment: what it then shows is at least as new as the
 * overall revision.
 */
export async function enterOverview(permission: Permission): Promise<Entered & { overallRevision: number }> {
  const entered = await enter(permission)
  return { ...entered, overallRevision: await getOverallRevision() }
}

/** The title of a page, in the language of whoever asks. */
export async function pageTitle(key: Parameters<Translate>[0]): Promise<{ title: string }> {
  return { title: translator(await currentLanguage())(key) }
}
