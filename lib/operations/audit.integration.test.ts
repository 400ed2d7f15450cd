import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, connections, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { listChainStates } from '@/lib/queries/events'
import { changeStatus } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
let database: TestDatabase
let sre: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  sre = await addPerson('sre', ['owner'], ['sre'], now)
  for (const [version, status] of (['in_progress', 'done', 'partial'] as const).entries())
    await changeStatus(sre, { assessment: 'grupo-gad', item: 'DR-01', version: version + 1, status }, now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

beforeEach(async () => {
  expect((await listChainStates()).every(({ state }) => state.holds)).toBe(true)
})

test('events number the revisions of the assessment, without gaps', async () => {
  const { id, revision } = await db().assessment.findFirstOrThrow()
  const events = await db().event.findMany({ where: { chain: id }, orderBy: { number: 'asc' } })
  expect(events.map(event => [event.number, event.verb])).toEqual([
    [1, 'assessment.imported'], [2, 'item.statusChanged'], [3, 'item.statusChanged'], [4, 'item.statusChanged'],
  ])
  expect(revision).toBe(4)
  // Actors are pseudonymous: no event names the person.
  expect(events[1]?.actorId).toBe(sre.userId)
})

test.each([
  ['UPDATE "Event" SET verb = verb'],
  ['DELETE FROM "Event"'],
  ['TRUNCATE "Event"'],
])('the application cannot rewrite events: %s', async sql => {
  await expect(connections().pool.query(sql)).rejects.toThrow(/append-only/)
})

const tampering: [string, string, { number: number; reason: string }][] = [
  ['one byte of a body', `UPDATE "Event" SET body = replace(body, 'in_progress', 'in_progresz') WHERE number = 2 AND chain <> 'instance'`, { number: 2, reason: 'edited' }],
  ['one byte of a hash', `UPDATE "Event" SET hash = translate(left(hash, 1), '0123456789abcdef', '123456789abcdef0') || substr(hash, 2) WHERE number = 3 AND chain <> 'instance'`, { number: 3, reason: 'edited' }],
  ['a column beside the body', `UPDATE "Event" SET "actorId" = NULL WHERE number = 3 AND chain <> 'instance'`, { number: 3, reason: 'edited' }],
  ['an event in the middle deleted', `DELETE FROM "Event" WHERE number = 3 AND chain <> 'instance'`, { number: 3, reason: 'missing' }],
  ['the last event deleted', `DELETE FROM "Event" WHERE number = 4 AND chain <> 'instance'`, { number: 4, reason: 'truncated' }],
]

test.each(tampering)('a superuser who changes %s is found out', async (_what, sql, broken) => {
  // Triggers do not stop a superuser; the chain is what tells.
  const superuser = new pg.Client({ connectionString: database.url })
  await superuser.connect()
  try {
    await superuser.query("BEGIN; SET LOCAL session_replication_role = 'replica'")
    await superuser.query(`CREATE TABLE kept AS SELECT * FROM "Event"`)
    await superuser.query(sql)
    await superuser.query('COMMIT')
    const states = await listChainStates()
    expect(states.find(({ slug }) => slug === 'grupo-gad')?.state).toEqual({ holds: false, ...broken })
    expect(states.find(({ chain }) => chain === 'instance')?.state).toEqual({ holds: true })
  } finally {
    await superuser.query("BEGIN; SET LOCAL session_replication_role = 'replica'")
    await superuser.query('DELETE FROM "Event"; INSERT INTO "Event" SELECT * FROM kept; DROP TABLE kept; COMMIT')
    await superuser.end()
  }
})
