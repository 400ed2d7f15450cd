import type { Transaction } from '@/lib/db/client'
import { connections, db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { instanceChain } from '@/lib/domain/audit-chain'
import { changesOf } from '@/lib/domain/changes'
import type { LocalDate } from '@/lib/domain/dates'
import { failure, type Result } from '@/lib/domain/result'
import { chainEvents, insertEvents, revisionNotice, type Happening, type Writer } from './chained-events'

/** An assessment whose row is locked until the write is over. */
export interface LockedAssessment {
  id: string
  slug: string
  timeZone: string
  startedOn: LocalDate | null
  /** Adds the event of a change to the chain, and with it the next revision, once the work is done. */
  record: (happening: Happening) => void
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
    return onLockedAssessment(slug, writer, statement => transaction.$queryRaw(statement), locked => work(transaction, locked))
  })
}

/** Runs one statement in the open transaction and gives its rows. */
export type RunStatement = <Row>(statement: Prisma.Sql) => Promise<Row[]>

/**
 * The same for what is written so often that it speaks to the database itself: Prisma costs half a millisecond of
 * processor a statement, the driver a tenth of it. Cast dates to text: the driver reads them in the server's own
 * time zone.
 */
export async function writeAssessmentDirectly<T>(
  slug: string, writer: Writer, work: (run: RunStatement, assessment: LockedAssessment) => Promise<Result<T>>,
): Promise<Result<T>> {
  const client = await connections().pool.connect()
  const run = async <Row>({ text, values }: Prisma.Sql) => (await client.query({ name: nameOf(text), text, values })).rows as Row[]
  try {
    await client.query('BEGIN')
    const result = await onLockedAssessment(slug, writer, run, locked => work(run, locked))
    await client.query(result.ok ? 'COMMIT' : 'ROLLBACK')
    client.release()
    return result
  } catch (error) {
    // The connection may be what failed: it is closed rather than given to the next, and with it the transaction.
    client.release(true)
    throw error
  }
}

/** Locks the assessment, lets `work` change it, and writes what it recorded. */
async function onLockedAssessment<T>(
  slug: string, writer: Writer, run: RunStatement, work: (assessment: LockedAssessment) => Promise<Result<T>>,
): Promise<Result<T>> {
  const [row] = await run<AssessmentRow>(Prisma.sql`
    SELECT a.id, a.slug, a."timeZone", a."startedOn"::text, a.revision, a."headHash", i."headHash" AS "instanceHead"
    FROM "Assessment" a CROSS JOIN "Instance" i WHERE a.slug = ${slug} FOR UPDATE OF a`)
  if (!row) return failure('not_found')
  const happenings: Happening[] = []
  const result = await work({ ...row, record: happening => void happenings.push(happening) })
  if (!result.ok || happenings.length === 0) return result
  const head = { chain: row.id, number: row.revision, hash: row.headHash, instanceHead: row.instanceHead }
  const events = chainEvents(head, writer, happenings)
  const revision = row.revision + events.length
  const changes = changesOf(events.map(({ verb, subject, body }) => ({ verb, ...subject, notApplicable: body.includes('"not_applicable"') })))
  const notice = revisionNotice({ assessment: slug, revision, changes })
  await run(Prisma.sql`
    WITH written AS (${insertEvents(row.id, writer, events)}),
         moved AS (UPDATE "Assessment" SET revision = ${revision}, "headHash" = ${events.at(-1)?.hash}, "revisedAt" = ${writer.now} WHERE id = ${row.id})
    SELECT pg_notify('revision', ${notice})::text`)
  return result
}

/** Statements that are run again are prepared once a connection, under a name of their own. */
function nameOf(text: string): string {
  const known = statementNames.get(text)
  if (known !== undefined) return known
  const name = `write-${statementNames.size + 1}`
  statementNames.set(text, name)
  return name
}

const statementNames = new Map<string, string>()

/** What belongs to no assessment, with its row locked. */
export interface LockedInstance {
  /** Adds an event; `visible` says whether it changes what a reader may see, and so moves the revision. */
  record: (happening: Happening, visible: boolean) => void
}

/** The same for what belongs to no assessment: people, teams, group mappings, sessions. */
export function writeInstance<T>(writer: Writer, work: Work<T, LockedInstance>): Promise<Result<T>> {
  return inTransaction(async transaction => {
    const [row] = await transaction.$queryRaw<InstanceRow[]>`
      SELECT revision, "eventCount", "headHash" FROM "Instance" WHERE id = 1 FOR UPDATE`
    if (!row) throw new Error('the Instance row is missing: the migrations were not applied')
    const happenings: Happening[] = []
    let { revision } = row
    const record = (happening: Happening, visible: boolean) => {
      happenings.push(happening)
      if (visible) revision += 1
    }
    const result = await work(transaction, { record })
    if (!result.ok || happenings.length === 0) return result
    const head = { chain: instanceChain, number: row.eventCount, hash: row.headHash, instanceHead: null }
    const events = chainEvents(head, writer, happenings)
    await transaction.$executeRaw`
      WITH written AS (${insertEvents(instanceChain, writer, events)})
      UPDATE "Instance" SET revision = ${revision}, "eventCount" = ${row.eventCount + events.length}, "headHash" = ${events.at(-1)?.hash}
      WHERE id = 1`
    if (revision !== row.revision)
      await transaction.$executeRaw`SELECT pg_notify('revision', ${revisionNotice({ assessment: null, revision, changes: null })})`
    return result
  })
}

interface AssessmentRow {
  id: string
  slug: string
  timeZone: string
  startedOn: LocalDate | null
  revision: number
  headHash: string
  instanceHead: string
}

interface InstanceRow {
  revision: number
  eventCount: number
  headHash: string
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
