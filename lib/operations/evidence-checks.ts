import { unreadableCheck } from '@/lib/checks/finding'
import type { CheckedFile } from '@/lib/checks/run'
import { db, type Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { CheckRun } from '@/lib/domain/check-run'
import { isText } from '@/lib/domain/media-types'
import type { Storage } from '@/lib/platform/storage'
import { stoppedFile } from './check-files'
import { checkTogether } from './check-together'
import type { LockedAssessment } from './write'
import { yardstickOf } from './yardstick'

// Files are checked before the transaction that stores what they came to: checking takes longer than a row may be
// locked. Each result says of which stored bytes it is, so one that came too late fits nothing.

/** A stored file, and whom it belongs to: a row of evidence, or an upload that is about to be one. */
export interface StoredFile {
  name: string
  sha256: string
  size: number
  mediaType: string
}

/** The environment and service that a set of files speaks of. */
export interface Scope {
  service: string | null
  environment: string | null
}

/** What files came to, by the hash of their bytes, and the name of what they were held against. */
export interface CheckedBytes {
  against: string | null
  files: ReadonlyMap<string, CheckedFile>
}

export const nothingChecked: CheckedBytes = { against: null, files: new Map() }

/**
 * Checks files together with the accepted ones of the same service and environment, whose place they take where they
 * are of the same kind. Files that are no text, or larger than 64 MB together, are not checked. A file that cannot be
 * read from the store is not checked either: its evidence stays, its checks have not run. Where they take too much time
 * or memory, each is an `error`, and the accepted ones keep what they came to. `without` names a revision that no longer
 * counts among the accepted.
 */
export async function checkWithAccepted(
  slug: string, scope: Scope, files: readonly StoredFile[], now: Date, store: Storage, without?: string,
): Promise<CheckedBytes> {
  const candidates = files.filter(({ mediaType }) => isText(mediaType))
  if (candidates.length === 0 && without === undefined) return nothingChecked
  const assessment = await db().assessment.findUnique({ where: { slug }, select: { id: true, timeZone: true } })
  if (!assessment) return nothingChecked
  const yardstick = await yardstickOf(assessment, now)
  const accepted = await acceptedFiles(assessment.id, scope, without)
  const checked = await checkTogether(
    [...candidates.map(file => ({ ...file, turn: 0 })), ...accepted.map(file => ({ ...file, turn: 1 }))], yardstick, store)
  if (checked.stopped === null) return { against: yardstick.id, files: checked.files }
  const { stopped, unread } = checked
  const refused = candidates.filter(({ sha256 }) => !unread.has(sha256)).map(({ sha256 }) => [sha256, stoppedFile(sha256, stopped)] as const)
  return { against: yardstick.id, files: new Map(refused) }
}

/**
 * Stores what the files of a revision came to, and with `others` what became of those of other accepted revisions of its
 * service and environment, in the transaction that stores or changes the revision, as one event. What is of no known kind
 * leaves no trace.
 */
export async function storeChecks(
  transaction: Transaction, assessment: LockedAssessment, revisionId: string, checked: CheckedBytes, now: Date,
  { others }: { others: boolean },
): Promise<void> {
  const { evidenceId, service, environment } = await transaction.evidenceRevision.findUniqueOrThrow({ where: { id: revisionId } })
  const accepted = { state: 'accepted', service, environment, evidence: { requirement: { assessmentId: assessment.id } } } as const
  const files = await transaction.evidenceFile.findMany({
    where: { sha256: { in: [...checked.files.keys()] }, ...(others ? { OR: [{ revisionId }, { revision: accepted }] } : { revisionId }) },
    orderBy: [{ revisionId: 'asc' }, { position: 'asc' }],
  })
  await transaction.evidenceFile.updateMany({ where: { id: { in: files.map(({ id }) => id) } }, data: { checkedAgainst: checked.against } })
  const runs = files.map(file => ({ file, fileId: file.id, run: keptRun(checked.files.get(file.sha256)) }))
  const known = runs.filter(({ run }) => run !== null)
  // What a revision said before, or one in its place, may no longer count.
  if (known.length === 0 && !await transaction.checkRun.findFirst({ where: { file: { revision: { evidenceId } } } })) return
  await replaceRuns(transaction, runs, now)
  // It names the assessment: a file may speak of any item.
  assessment.record({
    verb: 'evidence.checked', subject: { type: 'assessment', id: assessment.id }, before: null,
    after: { revision: revisionId, files: known.map(({ file, run }) => ({ name: file.name, sha256: file.sha256, ...runInEvent(run) })) },
  })
}

/** Stores runs in the place of those that there are; null removes one. */
export async function replaceRuns(
  transaction: Transaction, runs: readonly { fileId: string; run: CheckRun | null }[], now: Date,
): Promise<void> {
  await transaction.checkRun.deleteMany({ where: { fileId: { in: runs.map(({ fileId }) => fileId) } } })
  await transaction.checkRun.createMany({
    data: runs.flatMap(({ fileId, run }) => (run ? [{
      fileId, format: run.format, outcome: run.outcome, ranAt: now,
      checks: run.checks as unknown as Prisma.InputJsonValue, findings: run.findings as unknown as Prisma.InputJsonValue,
    }] : [])),
  })
}

/** What an event says of a run. */
export function runInEvent(run: CheckRun | null): { format: string | null; outcome: CheckRun['outcome'] | null; failed: string[] } {
  const failed = run?.checks.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check) ?? []
  return { format: run?.format ?? null, outcome: run?.outcome ?? null, failed }
}

/** What is kept of what a file came to, as the database gives it back; null of one of no known kind. */
export function keptRun(file: CheckedFile | undefined): CheckRun | null {
  if (!file || (file.format === null && !file.findings.some(({ check }) => check === unreadableCheck))) return null
  const { format, outcome, checks, findings } = file
  return JSON.parse(JSON.stringify({ format, outcome, checks, findings: findings.slice(0, mostFindings) }, storable)) as CheckRun
}

/** Postgres takes neither NUL nor half a character, which JSON may hold all the same. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value
}

// A page shows no more, and a file with more is as wrong.
const mostFindings = 1_000

/** The files of accepted revisions of a service and environment that are of a known kind, of each kind the latest. */
async function acceptedFiles(assessmentId: string, { service, environment }: Scope, without?: string): Promise<StoredFile[]> {
  const files = await db().evidenceFile.findMany({
    where: {
      checkRun: { format: { not: null } },
      revision: { state: 'accepted', service, environment, ...(without && { id: { not: without } }), evidence: { requirement: { assessmentId } } },
    },
    include: { checkRun: { select: { format: true } }, revision: { select: { submittedAt: true } } },
    orderBy: { revision: { submittedAt: 'desc' } },
  })
  const seen = new Map<string, string>()
  return files.filter(({ revisionId, checkRun }) => {
    const format = checkRun?.format ?? ''
    if (!seen.has(format)) seen.set(format, revisionId)
    return seen.get(format) === revisionId
  })
}
