import { db } from '@/lib/db/client'
import { instanceChain, verifyChain, type EventContent } from '@/lib/domain/audit-chain'
import { verbPrefixes, type EventGroup } from '@/lib/domain/event-groups'
import { hasPermission } from '@/lib/domain/permissions'
import type { Assessment } from './assessments'
import type { SignedInViewer } from './viewer'

/** An event as the audit trail shows it; `content` is the body that was hashed. */
export interface ShownEvent {
  number: number
  at: Date
  actorId: string | null
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
      chain: assessment.id,
      ...(before !== null && { number: { lt: before } }),
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
    by: ['actorId'], where: { chain: assessment.id, actorId: { not: null } }, orderBy: { actorId: 'asc' },
  })
  return rows.flatMap(({ actorId }) => actorId ?? [])
}

/** The last events of one thing, newest first. */
export async function listEventsOf(
  viewer: SignedInViewer, assessment: Assessment, subject: { type: 'item' | 'task'; id: string }, limit: number,
): Promise<ShownEvent[]> {
  if (!hasPermission(viewer, 'event.read')) return []
  const rows = await db().event.findMany({
    where: { chain: assessment.id, subjectType: subject.type, subjectId: subject.id },
    orderBy: { number: 'desc' }, take: limit,
  })
  return rows.map(shown)
}

/** Whether a chain holds, and if not the first broken link. */
export type ChainState = ReturnType<typeof verifyChain>

/** Walks the whole chain of an assessment up to its head. */
export async function getChainState(assessment: Assessment): Promise<ChainState> {
  return verifyEvents(assessment.id, { number: assessment.revision, hash: assessment.headHash })
}

/** Walks every chain: the instance's and each assessment's. */
export async function listChainStates(): Promise<{ chain: string; slug: string | null; events: number; state: ChainState }[]> {
  const [instance, assessments] = await Promise.all([
    db().instance.findUniqueOrThrow({ where: { id: 1 } }),
    db().assessment.findMany({ orderBy: { slug: 'asc' }, select: { id: true, slug: true, revision: true, headHash: true } }),
  ])
  const heads = [
    { chain: instanceChain, slug: null, head: { number: instance.eventCount, hash: instance.headHash } },
    ...assessments.map(a => ({ chain: a.id, slug: a.slug, head: { number: a.revision, hash: a.headHash } })),
  ]
  const states = []
  for (const { chain, slug, head } of heads)
    states.push({ chain, slug, events: head.number, state: await verifyEvents(chain, head) })
  return states
}

async function verifyEvents(chain: string, head: { number: number; hash: string }): Promise<ChainState> {
  const events = await db().event.findMany({ where: { chain, number: { lte: head.number } }, orderBy: { number: 'asc' } })
  const state = verifyChain(events, head)
  const firstBroken = state.holds ? Number.POSITIVE_INFINITY : state.number
  // The columns beside the hashed text are what searches go by; one that differs from it was edited.
  const edited = events.find(event => event.number < firstBroken && !columnsAgree(event))
  return edited ? { holds: false, number: edited.number, reason: 'edited' } : state
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
  const { before, after } = JSON.parse(row.body) as EventContent
  const { number, at, actorId, verb, subjectType, subjectId, hash } = row
  return { number, at, actorId, verb, subjectType, subjectId, hash, content: { before, after } }
}
