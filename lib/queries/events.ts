import { connections, db } from '@/lib/db/client'
import { ChainWalk, instanceChain, type ChainVerification, type EventContent } from '@/lib/domain/audit-chain'
import type { NamedHead } from '@/lib/domain/checkpoint'
import { verbPrefixes, type EventGroup } from '@/lib/domain/event-groups'
import { hasPermission } from '@/lib/domain/permissions'
import type { Assessment } from './assessments'
import type { SignedInViewer } from './viewer'

/** An event as the audit trail shows it; `content` is the body that was hashed. */
export interface ShownEvent {
  number: number
  at: Date
  actorId: string | null
  /** Name of the token through which the person acted; null where they did so themselves. */
  token: string | null
  verb: string
  subjectType: string
  subjectId: string
  hash: string
  content: { before: unknown; after: unknown }
}

/** Which events of an assessment are asked for; null asks for all. */
export interface EventFilter {
  /** Older than the event of this number. */
  before: number | null
  group: EventGroup | null
  actorId: string | null
}

/** Events of an assessment, newest first: `limit` of them. */
export async function listEvents(
  viewer: SignedInViewer, assessment: Assessment, filter: EventFilter, limit: number,
): Promise<ShownEvent[]> {
  if (!hasPermission(viewer, 'event.read')) return []
  const { before, group, actorId } = filter
  const rows = await db().event.findMany({
    where: {
      AND: [onChain(assessment), before === null ? {} : { number: { lt: before } }],
      ...(group !== null && { OR: verbPrefixes(group).map(prefix => ({ verb: { startsWith: prefix } })) }),
      ...(actorId !== null && { actorId }),
    },
    orderBy: { number: 'desc' }, take: limit,
  })
  return rows.map(shown)
}

/** Ids of everybody who made an event of an assessment. */
export async function listActorIds(viewer: SignedInViewer, assessment: Assessment): Promise<string[]> {
  if (!hasPermission(viewer, 'event.read')) return []
  const rows = await db().event.groupBy({
    by: ['actorId'], where: { ...onChain(assessment), actorId: { not: null } }, orderBy: { actorId: 'asc' },
  })
  return rows.flatMap(({ actorId }) => actorId ?? [])
}

// Comments stand beside the events in their own words, and who watches is nobody's news.
const talk = ['item.commented', 'item.commentRemoved', 'item.watched', 'item.unwatched']

/** The last events of one thing without the talk about it, newest first. */
export async function listEventsOf(
  viewer: SignedInViewer, assessment: Assessment, subject: { type: 'item' | 'task'; id: string }, limit: number,
): Promise<ShownEvent[]> {
  if (!hasPermission(viewer, 'event.read')) return []
  const rows = await db().event.findMany({
    where: { ...onChain(assessment), subjectType: subject.type, subjectId: subject.id, verb: { notIn: talk } },
    orderBy: { number: 'desc' }, take: limit,
  })
  return rows.map(shown)
}

/** What others did on some items since a moment, comments too, newest first: `limit` of them. */
export async function listActivityOn(
  viewer: SignedInViewer, assessment: Assessment, itemIds: readonly string[], since: Date, limit: number,
): Promise<ShownEvent[]> {
  if (!hasPermission(viewer, 'event.read') || itemIds.length === 0) return []
  const rows = await db().event.findMany({
    where: {
      ...onChain(assessment), subjectType: 'item', subjectId: { in: [...itemIds] }, at: { gte: since },
      verb: { notIn: talk.filter(verb => verb !== 'item.commented') },
      OR: [{ actorId: null }, { actorId: { not: viewer.userId } }],
    },
    orderBy: { number: 'desc' }, take: limit,
  })
  return rows.map(shown)
}

// What somebody put behind the head is no event of the assessment: it proves nothing, and is not shown.
const onChain = ({ id, revision }: Assessment) => ({ chain: id, number: { lte: revision } })

/** Whether a chain holds, and if not the first broken link. */
export type ChainState = ChainVerification

/** Walks the whole chain of an assessment as it is now. */
export async function getChainState({ id }: Assessment): Promise<ChainState> {
  const [head] = await listClaimedHeads(id)
  if (!head) throw new Error(`the assessment ${id} has no chain`)
  return verifyEvents(head)
}

/** The head of every chain, read at one moment. */
export async function listChainHeads(): Promise<NamedHead[]> {
  return (await connections().pool.query<NamedHead>(`${heads} ORDER BY chain`, [instanceChain])).rows
}

/** Walks every chain: the instance's and each assessment's. */
export async function listChainStates(): Promise<{ chain: string; slug: string | null; events: number; state: ChainState }[]> {
  const slugs = new Map((await db().assessment.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [id, slug]))
  const states = []
  for (const head of await listClaimedHeads(null)) {
    const { chain, number } = head
    states.push({ chain, slug: slugs.get(chain) ?? null, events: number, state: await verifyEvents(head) })
  }
  return states
}

const heads = `
  SELECT id AS chain, revision AS number, "headHash" AS hash FROM "Assessment"
  UNION ALL SELECT $1, "eventCount", "headHash" FROM "Instance"`

/** A head, and the first event behind it: no write of Dictamen makes one. */
interface ClaimedHead extends NamedHead {
  stray: number | null
}

/** One statement, since a write between two would make its own event a stray. */
async function listClaimedHeads(chain: string | null): Promise<ClaimedHead[]> {
  const { rows } = await connections().pool.query<ClaimedHead>(`
    SELECT h.*, (SELECT min(e.number) FROM "Event" e WHERE e.chain = h.chain AND e.number > h.number) AS stray
    FROM (${heads}) h WHERE $2::text IS NULL OR h.chain = $2 ORDER BY chain`, [instanceChain, chain])
  return rows
}

const eventsAtOnce = 2_000

/** Walks a chain some thousand events at a time, so that a long one neither fills the memory nor keeps others waiting. */
async function verifyEvents({ chain, number: end, hash, stray }: ClaimedHead): Promise<ChainState> {
  const walk = new ChainWalk({ number: end, hash })
  for (let after = 0; after < end; after += eventsAtOnce) {
    const events = await db().event.findMany({
      where: { chain, number: { gt: after, lte: Math.min(end, after + eventsAtOnce) } }, orderBy: { number: 'asc' },
    })
    for (const event of events) {
      const broken = walk.step(event)
      if (broken) return broken
      // The columns beside the hashed text are what searches go by; one that differs from it was edited.
      if (!columnsAgree(event)) return { holds: false, number: event.number, reason: 'edited' }
    }
  }
  const walked = walk.end()
  return walked.holds && stray !== null ? { holds: false, number: stray, reason: 'relinked' } : walked
}

function columnsAgree(event: EventRow): boolean {
  const { at, actor, verb, subject } = JSON.parse(event.body) as EventContent
  return at === event.at.toISOString() && actor === event.actorId && verb === event.verb
    && subject.type === event.subjectType && subject.id === event.subjectId
}

interface EventRow {
  number: number
  at: Date
  actorId: string | null
  verb: string
  subjectType: string
  subjectId: string
  body: string
  hash: string
}

function shown(row: EventRow): ShownEvent {
  const { token, before, after } = JSON.parse(row.body) as EventContent
  const { number, at, actorId, verb, subjectType, subjectId, hash } = row
  return { number, at, actorId, token: token?.name ?? null, verb, subjectType, subjectId, hash, content: { before, after } }
}
