import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { db } from '@/lib/db/client'
import { localDateAt } from '@/lib/domain/dates'
import type { Role } from '@/lib/domain/permissions'
import type { Storage } from '@/lib/platform/storage'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { readAssessmentText } from '../assessment-text'
import { submitEvidence } from '../evidence'
import { importAssessment } from '../import-assessment'
import { receiveUpload } from '../uploads'

/** The assessment that the project ships, imported as a first start does. */
export async function importShippedAssessment(now: Date): Promise<void> {
  const file = path.resolve('assessments/grupo-gad.yaml')
  const read = readAssessmentText(await readFile(file, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const imported = await importAssessment({ actorId: null, now }, read.file)
  if (!imported.ok) throw new Error(imported.failure.code)
}

/** A person of these roles and teams, with a session of the token that is their name. */
export async function addPerson(name: string, roles: Role[], teams: string[], now: Date): Promise<SignedInViewer & { sessionHash: string }> {
  const sessionHash = createHash('sha256').update(name).digest('hex')
  const { id: userId } = await db().user.create({
    data: {
      issuer: 'https://id.example.org', subject: name, name, roles,
      teams: { create: teams.map(teamKey => ({ teamKey })) },
      sessions: {
        create: { tokenHash: sessionHash, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 12 * 3_600_000) },
      },
    },
  })
  // As signing in does: whoever read the people before reads them anew.
  const { revision: instanceRevision } = await db().instance.update({ where: { id: 1 }, data: { revision: { increment: 1 } } })
  return { userId, roles, teams, standsInFor: [], language: 'es', sessionHash, instanceRevision }
}

/** Uploads a small file of its own, or those that are given, and hands them in for a requirement; gives the revision's id. */
export async function handIn(
  viewer: SignedInViewer, requirement: { id: string; key: string }, files: Storage, now: Date,
  rest: { evidence?: string; effectiveOn?: string; text?: string; files?: readonly { name: string; text: string }[]; service?: string; environment?: string } = {},
): Promise<string> {
  const given = rest.files ?? [{ name: 'proof.txt', text: rest.text ?? `proof of ${requirement.key} ${requirement.id}\n` }]
  const uploads = await Promise.all(given.map(async ({ name, text }) => {
    const upload = await receiveUpload(viewer, {
      assessmentSlug: 'grupo-gad', name, declaredLength: Buffer.byteLength(text), stream: Readable.from([Buffer.from(text)]),
    }, now, { files, limitBytes: 10_000_000 })
    if (!upload.ok) throw new Error(`${name}: ${upload.failure.code}`)
    return upload.value.id
  }))
  const { timeZone } = await db().assessment.findUniqueOrThrow({ where: { slug: 'grupo-gad' } })
  const submitted = await submitEvidence(viewer, {
    assessment: 'grupo-gad', requirement: requirement.id, evidence: rest.evidence,
    effectiveOn: rest.effectiveOn ?? localDateAt(now, timeZone),
    note: null, service: rest.service ?? null, environment: rest.environment ?? null, uploads, link: null,
  }, now, files)
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.failure))
  return submitted.value.revisionId
}
