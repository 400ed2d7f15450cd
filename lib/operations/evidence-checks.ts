import type { CheckedFile } from '@/lib/checks/run'
import { db, type Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { localDateAt } from '@/lib/domain/dates'
import { isText } from '@/lib/domain/media-types'
import type { Storage } from '@/lib/platform/storage'
import { BaselineFile } from '@/lib/schemas/assessment-file'
import { checkFiles } from './check-files'
import { bytesOf } from './stored-bytes'
import type { LockedAssessment } from './write'

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

/** What files came to, by the hash of their bytes. */
export type CheckedBytes = ReadonlyMap<string, CheckedFile>

const mostBytes = 64 * 1024 * 1024

/**
 * Checks files together with the accepted ones of the same service and environment, whose place they take where they
 * are of the same kind. Files that are no text, or larger than 64 MB together, are not checked. A file that cannot be
 * read from the store is not checked either: its evidence stays, its checks have not run. `without` names a revision
 * that no longer counts among the accepted.
 */
export async function checkWithAccepted(
  slug: string, scope: Scope, files: readonly StoredFile[], now: Date, store: Storage, without?: string,
): Promise<CheckedBytes> {
  const candidates = files.filter(({ mediaType }) => isText(mediaType))
  if (candidates.length === 0 && without === undefined) return new Map()
  const assessment = await db().assessment.findUnique({ where: { slug }, select: { id: true, timeZone: true } })
  if (!assessment) return new Map()
  const baseline = await db().baseline.findFirst({ where: { assessmentId: assessment.id }, orderBy: { version: 'desc' } })
  const accepted = (await acceptedFiles(assessment.id, scope, without)).filter(({ sha256 }) => !candidates.some(one => one.sha256 === sha256))
  const readable: { sha256: string; bytes: Uint8Array; standsAside: boolean }[] = []
  let left = mostBytes
  for (const { sha256, size } of [...candidates, ...accepted]) {
    if (size > left) continue
    const bytes = await bytesOf(sha256, store)
    if (!bytes) continue
    left -= size
    readable.push({ sha256, bytes, standsAside: !candidates.some(one => one.sha256 === sha256) })
  }
  if (readable.length === 0) return new Map()
  const checked = await checkFiles({
    files: readable.map(({ sha256, bytes, standsAside }) => ({ name: sha256, bytes, standsAside })), baseline: BaselineFile.parse(baseline?.body ?? emptyTables),
    today: localDateAt(now, assessment.timeZone),
  })
  return new Map(checked.map(file => [file.file, file]))
}

/**
 * Stores what the files of a revision came to, and with `others` what became of those of other accepted revisions, in
 * the transaction that stores or changes the revision, as one event. What is of no known kind leaves no trace.
 */
export async function storeChecks(
  transaction: Transaction, assessment: LockedAssessment, revisionId: string, checked: CheckedBytes, now: Date,
  { others }: { others: boolean },
): Promise<void> {
  const accepted = { state: 'accepted', evidence: { requirement: { assessmentId: assessment.id } } } as const
  const files = await transaction.evidenceFile.findMany({
    where: { sha256: { in: [...checked.keys()] }, ...(others ? { OR: [{ revisionId }, { revision: accepted }] } : { revisionId }) },
    orderBy: [{ revisionId: 'asc' }, { position: 'asc' }],
  })
  const runs = files.flatMap(file => {
    const run = checked.get(file.sha256)
    return run && (run.format !== null || run.findings.some(({ check }) => check === 'file/unreadable')) ? [{ file, run }] : []
  })
  // What a revision said before, or one in its place, may no longer count.
  const { evidenceId } = await transaction.evidenceRevision.findUniqueOrThrow({ where: { id: revisionId } })
  if (runs.length === 0 && !await transaction.checkRun.findFirst({ where: { file: { revision: { evidenceId } } } })) return
  await transaction.checkRun.deleteMany({ where: { fileId: { in: runs.map(({ file }) => file.id) } } })
  await transaction.checkRun.createMany({
    data: runs.map(({ file, run: { format, outcome, checks, findings } }) => ({
      fileId: file.id, format, outcome, ranAt: now, checks: checks as unknown as Prisma.InputJsonValue,
      findings: findings.slice(0, mostFindings) as unknown as Prisma.InputJsonValue,
    })),
  })
  // It names the assessment: a file may speak of any item.
  assessment.record({
    verb: 'evidence.checked', subject: { type: 'assessment', id: assessment.id }, before: null, after: {
      revision: revisionId,
      files: runs.map(({ file, run: { format, outcome, checks } }) => ({
        name: file.name, sha256: file.sha256, format, outcome,
        failed: checks.filter(check => check.outcome === 'fail').map(check => check.check),
      })),
    },
  })
}

// A page shows no more, and a file with more is as wrong.
const mostFindings = 1_000

const emptyTables = { scalingStrategies: [], regions: [], scrapeTargets: [], metricServices: [], metrics: [], alertRoutes: [], inhibitions: [] }

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
