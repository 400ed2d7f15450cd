import { db } from '@/lib/db/client'
import { byName } from '@/lib/domain/by-name'
import type { Calendar } from '@/lib/domain/calendar'
import { hasPermission } from '@/lib/domain/permissions'
import { fromUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { Bilingual } from '@/lib/domain/language'
import type { SignedInViewer } from './viewer'

/** An assessment as its pages know it, with the revision that it was read at. */
export interface Assessment {
  id: string
  slug: string
  title: Bilingual
  summary: Bilingual
  startedOn: LocalDate | null
  goLiveOn: LocalDate | null
  timeZone: string
  calendar: Calendar
  revision: number
  /** When that revision was made. */
  revisedAt: Date
  headHash: string
  assumptions: { key: string; text: Bilingual }[]
}

/** The assessment of a slug; null where the viewer may read none of that name. */
export async function getAssessment(viewer: SignedInViewer, slug: string): Promise<Assessment | null> {
  const row = await db().assessment.findFirst({ where: { slug, ...readableBy(viewer) }, select: columns })
  return row && assessmentOf(row)
}

/** The assessments that the viewer may read, by title in their language. */
export async function listAssessments(viewer: SignedInViewer): Promise<Assessment[]> {
  const rows = await db().assessment.findMany({ where: readableBy(viewer), orderBy: { slug: 'asc' }, select: columns })
  return byName(rows.map(assessmentOf), viewer.language, ({ title }) => title[viewer.language])
}

/** Every assessment by slug, for what Dictamen does by itself: nobody asks. */
export async function listAllAssessments(): Promise<Assessment[]> {
  const rows = await db().assessment.findMany({ orderBy: { slug: 'asc' }, select: columns })
  return rows.map(assessmentOf)
}

/** Everybody with a role that reads assessments reads all of the instance; others none. */
function readableBy(viewer: SignedInViewer) {
  return hasPermission(viewer, 'assessment.read') ? {} : { id: { in: [] } }
}

const columns = {
  id: true, slug: true, title: true, summary: true, startedOn: true, goLiveOn: true, timeZone: true, calendar: true, revision: true,
  revisedAt: true, headHash: true, assumptions: true,
} as const

function assessmentOf(row: {
  id: string, slug: string, title: unknown, summary: unknown, startedOn: Date | null, goLiveOn: Date | null,
  timeZone: string, calendar: unknown, revision: number, revisedAt: Date, headHash: string, assumptions: unknown
}): Assessment {
  return {
    ...row,
    // Whatever writes these columns checks them against its schema.
    title: row.title as Bilingual,
    summary: row.summary as Bilingual,
    calendar: row.calendar as Calendar,
    assumptions: row.assumptions as Assessment['assumptions'],
    startedOn: row.startedOn && fromUtcDate(row.startedOn),
    goLiveOn: row.goLiveOn && fromUtcDate(row.goLiveOn),
  }
}
