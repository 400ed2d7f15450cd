import { isDeepStrictEqual } from 'node:util'
import { requiredChecks } from '@/lib/checks/required'
import { db, type Transaction } from '@/lib/db/client'
import type { CheckRun } from '@/lib/domain/check-run'
import { addDays } from '@/lib/domain/dates'
import { textMediaTypes } from '@/lib/domain/media-types'
import { success } from '@/lib/domain/result'
import { storage, type Storage } from '@/lib/platform/storage'
import { checkTogether, mostBytes } from './check-together'
import { keptRun, replaceRuns, runInEvent, type Scope } from './evidence-checks'
import { writeAssessment } from './write'
import { yardstickOf, type Yardstick } from './yardstick'

/** What came of checking the files of an assessment again. */
export interface Rechecked {
  /** Names of files that keep what they came to and are tried again, since the store did not give them. */
  unread: string[]
  /** The same of those that took too much time or memory. */
  stopped: string[]
}

/**
 * Checks the files of an assessment again that were last held against something else than now: another day, baseline or
 * catalogue of checks. Finds anew, too, what each requirement asks of the kinds of files that it names. Old results stand
 * until the new ones of the whole assessment are stored together, as one event of Dictamen's own; where nothing differs
 * there is none. What people hand in or decide meanwhile is left to the next time.
 */
export async function recheckFiles(
  assessment: { id: string; slug: string; timeZone: string }, now: Date, store: Storage = storage(),
): Promise<Rechecked> {
  const yardstick = await yardstickOf(assessment, now)
  const scopes: RecheckedScope[] = []
  for (const scope of await listOutdatedScopes(assessment.id, yardstick))
    scopes.push(await recheckScope(assessment.id, scope, yardstick, store))
  if (scopes.length > 0 || (await listOutdatedRequirements(db(), assessment.id, yardstick)).length > 0)
    await storeAll(assessment, scopes, yardstick, now)
  const keptFor = (why: 'unread' | 'stopped') =>
    scopes.flatMap(({ files, kept }) => files.filter(({ id }) => kept.get(id) === why).map(({ name }) => name))
  return { unread: keptFor('unread'), stopped: keptFor('stopped') }
}

/** A file that says something: of a revision that was accepted, or waits for its review. */
interface CurrentFile {
  id: string
  name: string
  sha256: string
  size: number
  checkedAgainst: string | null
  revisionId: string
  isAccepted: boolean
}

/** The files of a service and environment as they were read, and what each came to. */
interface RecheckedScope {
  scope: Scope
  files: readonly CurrentFile[]
  /** By id of a file; null for one of no known kind. */
  runs: ReadonlyMap<string, CheckRun | null>
  /** Why a file keeps what it came to before, by its id. */
  kept: ReadonlyMap<string, 'unread' | 'stopped'>
}

const isCheckable = { mediaType: { in: [...textMediaTypes] }, size: { lte: mostBytes } }
const isCurrent = (assessmentId: string) => ({ state: { in: ['accepted' as const, 'in_review' as const] }, evidence: { requirement: { assessmentId } } })

/** Those with a file that was last held against something else; a clock that was set back is waited for. */
async function listOutdatedScopes(assessmentId: string, { id, today }: Yardstick): Promise<Scope[]> {
  const outdated = { OR: [{ checkedAgainst: null }, { checkedAgainst: { not: id, lt: addDays(today, 1) } }] }
  return db().evidenceRevision.findMany({
    where: { ...isCurrent(assessmentId), files: { some: { ...isCheckable, ...outdated } } },
    distinct: ['service', 'environment'], select: { service: true, environment: true },
  })
}

/** The files of a service and environment, those of the newest revision first. */
async function listCurrentFiles(reader: Pick<Transaction, 'evidenceFile'>, assessmentId: string, { service, environment }: Scope): Promise<CurrentFile[]> {
  const files = await reader.evidenceFile.findMany({
    where: { ...isCheckable, revision: { ...isCurrent(assessmentId), service, environment } },
    select: { id: true, name: true, sha256: true, size: true, checkedAgainst: true, revisionId: true, revision: { select: { state: true } } },
    orderBy: [{ revision: { submittedAt: 'desc' } }, { revisionId: 'desc' }, { position: 'asc' }],
  })
  return files.map(({ revision, ...file }) => ({ ...file, isAccepted: revision.state === 'accepted' }))
}

/**
 * Checks together what was accepted, of each kind the latest; then each revision that waits for its review, and each that
 * was overtaken in its kind by another evidence, in the place of what is of its kind, as when it was handed in.
 */
async function recheckScope(assessmentId: string, scope: Scope, yardstick: Yardstick, store: Storage): Promise<RecheckedScope> {
  const files = await listCurrentFiles(db(), assessmentId, scope)
  const accepted = inTurns(files.filter(({ isAccepted }) => isAccepted))
  const runs = new Map<string, CheckRun | null>()
  const kept = new Map<string, 'unread' | 'stopped'>()
  const check = async (together: readonly TurnedFile[], about: readonly CurrentFile[]) => {
    const { files: came, unread, stopped } = await checkTogether(together, yardstick, store)
    for (const { id, sha256 } of about) {
      const file = came.get(sha256)
      if (file) runs.set(id, keptRun(file))
      else if (unread.has(sha256)) kept.set(id, 'unread')
      else if (stopped) kept.set(id, 'stopped')
    }
    return stopped
  }
  // With what takes too much by itself nothing else can be checked.
  if (await check(accepted, accepted)) return { scope, files, runs, kept: new Map(files.map(({ id }) => [id, 'stopped'])) }
  const left = files.filter(({ id, checkedAgainst }) => checkedAgainst !== yardstick.id && !runs.has(id) && !kept.has(id))
  for (const [revisionId, about] of Map.groupBy(left, file => file.revisionId)) {
    const own = files.filter(file => file.revisionId === revisionId).map(file => ({ ...file, turn: 0 }))
    await check([...own, ...accepted.filter(file => file.revisionId !== revisionId)], about)
  }
  return { scope, files, runs, kept }
}

type TurnedFile = CurrentFile & { turn: number }

/** The files, newest revisions first, each giving way to those of its kind of a newer revision. */
function inTurns(files: readonly CurrentFile[]): TurnedFile[] {
  const revisions = [...new Set(files.map(({ revisionId }) => revisionId))]
  return files.map(file => ({ ...file, turn: revisions.indexOf(file.revisionId) + 1 }))
}

async function storeAll(
  { slug, ...assessment }: { id: string; slug: string; timeZone: string }, scopes: readonly RecheckedScope[], yardstick: Yardstick, now: Date,
): Promise<void> {
  await writeAssessment(slug, { actorId: null, now }, async (transaction, { id, record }) => {
    // Another baseline has come, and everything is to be done again.
    if ((await yardstickOf(assessment, now, transaction)).id !== yardstick.id) return success(null)
    const files: ChangedFile[] = []
    for (const scope of scopes) files.push(...await storeScope(transaction, id, scope, yardstick, now))
    const requirements = await renewRequirements(transaction, id, yardstick)
    if (files.length + requirements.length === 0) return success(null)
    const side = (when: 'before' | 'after') => ({
      files: files.map(({ file, ...run }) => ({ revision: file.revisionId, name: file.name, sha256: file.sha256, ...runInEvent(run[when]) })),
      requirements: requirements.map(({ code, key, ...checks }) => ({ code, requirement: key, checks: checks[when] })),
    })
    record({ verb: 'evidence.checked', subject: { type: 'assessment', id }, before: side('before'), after: side('after') })
    return success(null)
  })
}

interface ChangedFile {
  file: CurrentFile
  before: CheckRun | null
  after: CheckRun | null
}

/** Stores what differs, and against what all of it was held; nothing where somebody has changed the files meanwhile. */
async function storeScope(
  transaction: Transaction, assessmentId: string, { scope, files, runs, kept }: RecheckedScope, { id }: Yardstick, now: Date,
): Promise<ChangedFile[]> {
  if (!isDeepStrictEqual(await listCurrentFiles(transaction, assessmentId, scope), files)) return []
  const stored = await transaction.checkRun.findMany({ where: { fileId: { in: [...runs.keys()] } }, omit: { ranAt: true } })
  const before = new Map(stored.map(({ fileId, ...run }) => [fileId, run as unknown as CheckRun]))
  const changed = files.map(file => ({ file, before: before.get(file.id) ?? null, after: runs.get(file.id) ?? null }))
    .filter(({ file, before, after }) => runs.has(file.id) && !isDeepStrictEqual(before, after))
  await replaceRuns(transaction, changed.map(({ file, after }) => ({ fileId: file.id, run: after })), now)
  const checked = files.filter(file => !kept.has(file.id)).map(file => file.id)
  await transaction.evidenceFile.updateMany({ where: { id: { in: checked } }, data: { checkedAgainst: id } })
  return changed
}

interface OutdatedRequirement {
  id: string
  code: string
  key: string
  before: string[]
  after: string[]
}

/** Requirements of items of which something else is to be checked than is asked. */
async function listOutdatedRequirements(
  reader: Pick<Transaction, 'evidenceRequirement'>, assessmentId: string, { baseline }: Yardstick,
): Promise<OutdatedRequirement[]> {
  const asked = await reader.evidenceRequirement.findMany({
    where: { assessmentId, OR: [{ formats: { isEmpty: false } }, { checks: { isEmpty: false } }] },
    select: { id: true, key: true, formats: true, checks: true, item: { select: { code: true } } },
  })
  return asked.flatMap(({ id, key, formats, checks, item }) => {
    if (!item) return []
    const after = requiredChecks(item.code, formats, baseline)
    return isDeepStrictEqual(after, checks) ? [] : [{ id, code: item.code, key, before: checks, after }]
  })
}

async function renewRequirements(transaction: Transaction, assessmentId: string, yardstick: Yardstick): Promise<OutdatedRequirement[]> {
  const outdated = await listOutdatedRequirements(transaction, assessmentId, yardstick)
  for (const { id, after } of outdated) await transaction.evidenceRequirement.update({ where: { id }, data: { checks: after } })
  return outdated
}
