import { db, type Transaction } from '@/lib/db/client'
import type { CheckRun } from '@/lib/domain/check-run'
import { addDays } from '@/lib/domain/dates'
import { textMediaTypes } from '@/lib/domain/media-types'
import type { Storage } from '@/lib/platform/storage'
import { stoppedFile } from './check-files'
import { checkTogether, mostBytes, type Together } from './check-together'
import { keptRun, type Scope } from './evidence-checks'
import type { Yardstick } from './yardstick'

/** A file that says something: of a revision that was accepted, or waits for its review. */
export interface CurrentFile {
  id: string
  name: string
  sha256: string
  size: number
  checkedAgainst: string | null
  revisionId: string
  isAccepted: boolean
  checkRun: Pick<CheckRun, 'format' | 'outcome'> | null
}

/** The files of a service and environment as they were read, and by the id of a file what it came to. */
export interface RecheckedScope {
  scope: Scope
  files: readonly CurrentFile[]
  /** Null for one of no known kind; what is not here keeps what it came to before. */
  runs: Map<string, CheckRun | null>
  unread: Set<string>
  stopped: Set<string>
}

type TurnedFile = CurrentFile & { turn: number }

/** Services and environments with a file that was last held against something else; a clock that was set back is waited for. */
export async function listOutdatedScopes(assessmentId: string, { id, today }: Yardstick): Promise<Scope[]> {
  const outdated = { OR: [{ checkedAgainst: null }, { checkedAgainst: { not: id, lt: addDays(today, 1) } }] }
  return db().evidenceRevision.findMany({
    where: { ...isCurrent(assessmentId), files: { some: { ...isCheckable, ...outdated } } },
    distinct: ['service', 'environment'], select: { service: true, environment: true },
  })
}

/**
 * Checks together what was accepted, of each kind the latest; then each revision that waits for its review, and each that
 * was overtaken in its kind by another evidence, in the place of what is of its kind, as when it was handed in.
 */
export async function recheckScope(assessmentId: string, scope: Scope, yardstick: Yardstick, store: Storage): Promise<RecheckedScope> {
  const files = await listCurrentFiles(db(), assessmentId, scope)
  const rechecked: RecheckedScope = { scope, files, runs: new Map(), unread: new Set(), stopped: new Set() }
  const check = (together: readonly TurnedFile[]) => checkTogether(together, yardstick, store)
  // What could not be told the last time, since it took too much or is no text after all, is tried apart.
  let accepted = inTurns(files.filter(({ isAccepted, checkRun }) => isAccepted && (checkRun === null || checkRun.format !== null)))
  let together = await check(accepted)
  if (together.stopped) {
    const light: TurnedFile[] = []
    for (const own of revisionsOf(accepted)) {
      const alone = await check(own)
      keep(alone, own, rechecked)
      if (!alone.stopped) light.push(...own)
    }
    accepted = light
    together = await check(accepted)
  }
  if (!together.stopped) keep(together, accepted, rechecked)

  const { runs, unread, stopped } = rechecked
  const left = files.filter(({ id, checkedAgainst }) => checkedAgainst !== yardstick.id && !runs.has(id) && !unread.has(id) && !stopped.has(id))
  for (const about of revisionsOf(left)) {
    const isOwn = ({ revisionId }: CurrentFile) => revisionId === about[0]?.revisionId
    const own = files.filter(isOwn).map(file => ({ ...file, turn: 0 }))
    const beside = await check([...own, ...accepted.filter(file => !isOwn(file))])
    keep(beside.stopped ? await check(own) : beside, about, rechecked)
  }
  return rechecked
}

/** The files of a service and environment, those of the newest revision first. */
export async function listCurrentFiles(
  reader: Pick<Transaction, 'evidenceFile'>, assessmentId: string, { service, environment }: Scope,
): Promise<CurrentFile[]> {
  const files = await reader.evidenceFile.findMany({
    where: { ...isCheckable, revision: { ...isCurrent(assessmentId), service, environment } },
    select: {
      id: true, name: true, sha256: true, size: true, checkedAgainst: true, revisionId: true, revision: { select: { state: true } },
      checkRun: { select: { format: true, outcome: true } },
    },
    orderBy: [{ revision: { submittedAt: 'desc' } }, { revisionId: 'desc' }, { position: 'asc' }],
  })
  return files.map(({ revision, ...file }) => ({ ...file, isAccepted: revision.state === 'accepted' }))
}

const isCheckable = { mediaType: { in: [...textMediaTypes] }, size: { lte: mostBytes } }

function isCurrent(assessmentId: string) {
  return { state: { in: ['accepted' as const, 'in_review' as const] }, evidence: { requirement: { assessmentId } } }
}

/** Takes over what files came to. One that fails goes on failing where it takes too much now, and no other goes on passing. */
function keep({ files, unread, stopped }: Together, about: readonly CurrentFile[], rechecked: RecheckedScope): void {
  for (const { id, sha256, checkRun } of about) {
    const file = files.get(sha256)
    if (file) rechecked.runs.set(id, keptRun(file))
    else if (unread.has(sha256)) rechecked.unread.add(id)
    else if (stopped) {
      rechecked.stopped.add(id)
      if (checkRun?.outcome !== 'fail') rechecked.runs.set(id, keptRun(stoppedFile(sha256, stopped)))
    }
  }
}

function revisionsOf<File extends CurrentFile>(files: readonly File[]): File[][] {
  return [...Map.groupBy(files, ({ revisionId }) => revisionId).values()]
}

/** The files, newest revisions first, each giving way to those of its kind of a newer revision. */
function inTurns(files: readonly CurrentFile[]): TurnedFile[] {
  return revisionsOf(files).flatMap((own, index) => own.map(file => ({ ...file, turn: index + 1 })))
}
