import type { Transaction } from '@/lib/db/client'
import { db } from '@/lib/db/client'
import { eventBody, instanceChain, linkHash } from '@/lib/domain/audit-chain'
import { failure, type Result } from '@/lib/domain/result'

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
  now: Date
}

/** An assessment whose row is locked until the write is over. */
export interface LockedAssessment {
  id: string
  slug: string
  timeZone: string
  startedOn: Date | null
  /** Adds the event of a change to the chain, and with it the next revision. */
  record: (happening: Happening) => Promise<void>
}

type Work<T, S> = (transaction: Transaction, subject: S) => Promise<Result<T>>

/**
 * One transaction on one assessment: change, event and revision together or not at all. The lock on its row
 * orders its events. Where `work` returns a failure nothing is kept. An unknown slug is the failure `not_found`;
 * `create` may make the row first, in the same transaction.
 */
export function writeAssessment<T>(
  slug: string, writer: Writer, work: Work<T, LockedAssessment>, create?: (transaction: Transaction) => Promise<unknown>,
): Promise<Result<T>> {
  return inTransaction(async transaction => {
    await create?.(transaction)
    const [row] = await transaction.$queryRaw<AssessmentRow[]>`
      SELECT a.id, a.slug, a."timeZone", a."startedOn", a.revision, a."headHash", i."headHash" AS "instanceHead"
      FROM "Assessment" a CROSS JOIN "Instance" i WHERE a.slug = ${slug} FOR UPDATE OF a`
    if (!row) return failure('not_found')
    let { revision, headHash } = row
    const record = async (happening: Happening) => {
      revision += 1
      headHash = await appendEvent(transaction, writer, happening, {
        chain: row.id, number: revision, previousHash: headHash, instanceHead: row.instanceHead,
      })
    }
    const result = await work(transaction, { ...row, record })
    if (result.ok && revision !== row.revision)
      await transaction.$executeRaw`
        WITH moved AS (UPDATE "Assessment" SET revision = ${revision}, "headHash" = ${headHash}, "revisedAt" = ${writer.now} WHERE id = ${row.id})
        SELECT pg_notify('revision', ${JSON.stringify({ assessment: slug, revision })})`
    return result
  })
}

/** What belongs to no assessment, with its row locked. */
export interface LockedInstance {
  /** Adds an event; `visible` says whether it changes what a reader may see, and so moves the revision. */
  record: (happening: Happening, visible: boolean) => Promise<void>
}

/** The same for what belongs to no assessment: people, teams, group mappings, sessions. */
export function writeInstance<T>(writer: Writer, work: Work<T, LockedInstance>): Promise<Result<T>> {
  return inTransaction(async transaction => {
    const [row] = await transaction.$queryRaw<InstanceRow[]>`
      SELECT revision, "eventCount", "headHash" FROM "Instance" WHERE id = 1 FOR UPDATE`
    if (!row) throw new Error('the Instance row is missing: the migrations were not applied')
    let { revision, eventCount, headHash } = row
    const record = async (happening: Happening, visible: boolean) => {
      eventCount += 1
      if (visible) revision += 1
      headHash = await appendEvent(transaction, writer, happening, {
        chain: instanceChain, number: eventCount, previousHash: headHash, instanceHead: null,
      })
    }
    const result = await work(transaction, { record })
    if (result.ok && eventCount !== row.eventCount) {
      await transaction.$executeRaw`
        UPDATE "Instance" SET revision = ${revision}, "eventCount" = ${eventCount}, "headHash" = ${headHash} WHERE id = 1`
      if (revision !== row.revision)
        await transaction.$executeRaw`SELECT pg_notify('revision', ${JSON.stringify({ assessment: null, revision })})`
    }
    return result
  })
}

interface AssessmentRow {
  id: string
  slug: string
  timeZone: string
  startedOn: Date | null
  revision: number
  headHash: string
  instanceHead: string
}

interface InstanceRow {
  revision: number
  eventCount: number
  headHash: string
}

interface Link {
  chain: string
  number: number
  previousHash: string
  instanceHead: string | null
}

async function appendEvent(transaction: Transaction, writer: Writer, happening: Happening, link: Link): Promise<string> {
  const { verb, subject, before, after } = happening
  const { chain, number, instanceHead } = link
  const body = eventBody({
    chain, number, at: writer.now.toISOString(), actor: writer.actorId, verb, subject, before, after, instanceHead,
  })
  const hash = linkHash(link.previousHash, body)
  await transaction.event.create({
    data: {
      chain, number, at: writer.now, actorId: writer.actorId, verb, subjectType: subject.type, subjectId: subject.id, body, hash,
    },
  })
  return hash
}

class RolledBack extends Error {
  constructor(readonly result: { ok: false }) {
    super('rolled back')
  }
}

async function inTransaction<T>(work: (transaction: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db().$transaction(async transaction => {
      const result = await work(transaction)
      if (!result.ok) throw new RolledBack(result)
      return result
    }, { timeout: 30_000, maxWait: 10_000 })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result<T>
    throw error
  }
}
