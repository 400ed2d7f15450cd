import { isDeepStrictEqual } from 'node:util'
import { requiredChecks } from '@/lib/checks/required'
import { db, type Transaction } from '@/lib/db/client'
import type { CheckRun } from '@/lib/domain/check-run'
import { success } from '@/lib/domain/result'
import { storage, type Storage } from '@/lib/platform/storage'
import { replaceRuns, runInEvent } from './evidence-checks'
import { listCurrentFiles, listOutdatedScopes, recheckScope, type CurrentFile, type RecheckedScope } from './recheck-scope'
import { writeAssessment } from './write'
import { yardstickOf, type Yardstick } from './yardstick'

/** Names of files that were not checked again, though they were to be. */
export interface Unchecked {
  /** The store did not give them: they keep what they came to, and are tried again. */
  unread: string[]
  /** They took too much time or memory. */
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
): Promise<Unchecked> {
  const yardstick = await yardstickOf(assessment, now)
  const scopes: RecheckedScope[] = []
  for (const scope of await listOutdatedScopes(assessment.id, yardstick))
    scopes.push(await recheckScope(assessment.id, scope, yardstick, store))
  if (scopes.length > 0 || (await listOutdatedRequirements(db(), assessment.id, yardstick)).length > 0)
    await storeAll(assessment, scopes, yardstick, now)
  const namesOf = (which: 'unread' | 'stopped') =>
    scopes.flatMap(scope => scope.files.filter(({ id }) => scope[which].has(id)).map(({ name }) => name))
  return { unread: namesOf('unread'), stopped: namesOf('stopped') }
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
  transaction: Transaction, assessmentId: string, { scope, files, runs, unread }: RecheckedScope, { id }: Yardstick, now: Date,
): Promise<ChangedFile[]> {
  if (!isDeepStrictEqual(await listCurrentFiles(transaction, assessmentId, scope), files)) return []
  const stored = await transaction.checkRun.findMany({ where: { fileId: { in: [...runs.keys()] } }, omit: { ranAt: true } })
  const before = new Map(stored.map(({ fileId, ...run }) => [fileId, run as unknown as CheckRun]))
  const changed = files.map(file => ({ file, before: before.get(file.id) ?? null, after: runs.get(file.id) ?? null }))
    .filter(({ file, before, after }) => runs.has(file.id) && !isDeepStrictEqual(before, after))
  await replaceRuns(transaction, changed.map(({ file, after }) => ({ fileId: file.id, run: after })), now)
  const checked = files.filter(file => !unread.has(file.id)).map(file => file.id)
  await transaction.evidenceFile.updateMany({ where: { id: { in: checked } }, data: { checkedAgainst: id } })
  return changed
}

interface OutdatedRequirement {
  id: string
  /** Of the item or the task. */
  code: string
  key: string
  before: string[]
  after: string[]
}

/** Requirements that ask for other checks than they would if they were imported now. */
async function listOutdatedRequirements(
  reader: Pick<Transaction, 'evidenceRequirement'>, assessmentId: string, { baseline }: Yardstick,
): Promise<OutdatedRequirement[]> {
  const asked = await reader.evidenceRequirement.findMany({
    where: { assessmentId, OR: [{ formats: { isEmpty: false } }, { checks: { isEmpty: false } }] },
    select: {
      id: true, key: true, formats: true, checks: true, item: { select: { code: true } },
      task: { select: { code: true, closes: { select: { item: { select: { code: true } } } } } },
    },
  })
  return asked.flatMap(({ id, key, formats, checks, item, task }) => {
    const codes = item ? [item.code] : (task?.closes ?? []).map(closed => closed.item.code)
    const after = requiredChecks(codes, formats, baseline)
    return isDeepStrictEqual(after, checks) ? [] : [{ id, code: item?.code ?? task?.code ?? '', key, before: checks, after }]
  })
}

async function renewRequirements(transaction: Transaction, assessmentId: string, yardstick: Yardstick): Promise<OutdatedRequirement[]> {
  const outdated = await listOutdatedRequirements(transaction, assessmentId, yardstick)
  for (const { id, after } of outdated) await transaction.evidenceRequirement.update({ where: { id }, data: { checks: after } })
  return outdated
}
