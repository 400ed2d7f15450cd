import { Prisma } from '@/lib/db/generated/client'
import { eventBody, linkHash } from '@/lib/domain/audit-chain'
import type { Changes } from '@/lib/domain/changes'
import type { Viewer } from '@/lib/domain/permissions'

/** What happened, before it has a number and a hash. */
export interface Happening {
  verb: string
  subject: { type: string; id: string }
  before: unknown
  after: unknown
}

/** Who writes, and when: every operation is told both. */
export interface Writer {
  /** Pseudonymous id of the person; null for what Dictamen does by itself. */
  actorId: string | null
  /** The token through which the person acts, if any. */
  token?: { id: string; name: string }
  now: Date
}

/** The writer of what a viewer does: the person, and the token through which they do it. */
export function writerOf({ userId, token }: Viewer, now: Date): Writer {
  return { actorId: userId, now, ...(token && { token: { id: token.id, name: token.name } }) }
}

/** The end of a chain, to which events are added. */
interface Head {
  chain: string
  number: number
  hash: string
  instanceHead: string | null
}

interface NewEvent extends Happening {
  number: number
  body: string
  hash: string
}

/** Gives each happening its number, its canonical text and its link to the one before it. */
export function chainEvents(head: Head, writer: Writer, happenings: readonly Happening[]): NewEvent[] {
  let previousHash = head.hash
  return happenings.map((happening, index) => {
    const number = head.number + index + 1
    const body = eventBody({
      chain: head.chain, number, at: writer.now.toISOString(), actor: writer.actorId, token: writer.token, instanceHead: head.instanceHead,
      ...happening,
    })
    const hash = linkHash(previousHash, body)
    previousHash = hash
    return { ...happening, number, body, hash }
  })
}

/** The statement that adds events to their chain. */
export function insertEvents(chain: string, writer: Writer, events: readonly NewEvent[]): Prisma.Sql {
  const column = (value: (event: NewEvent) => string) => events.map(value)
  return Prisma.sql`
    INSERT INTO "Event" (chain, number, at, "actorId", verb, "subjectType", "subjectId", body, hash)
    SELECT ${chain}, number, ${writer.now}, ${writer.actorId}, verb, "subjectType", "subjectId", body, hash
    FROM unnest(
      ${events.map(event => event.number)}::int[], ${column(event => event.verb)}::text[], ${column(event => event.subject.type)}::text[],
      ${column(event => event.subject.id)}::text[], ${column(event => event.body)}::text[], ${column(event => event.hash)}::text[]
    ) AS e(number, verb, "subjectType", "subjectId", body, hash)`
}

/** What the live updates of every server are told when the write can be read. */
export function revisionNotice(notice: { assessment: string | null; revision: number; changes: Changes | null }): string {
  return JSON.stringify(notice)
}
