import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { connect, connections, db, disconnect, type Transaction } from './client'
import { createTestDatabase, type TestDatabase } from './testing/database'

let database: TestDatabase
const silent: number[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  connect(database.url)
})
afterEach(() => silent.splice(0).forEach(pid => process.kill(pid, 'SIGCONT')))
afterAll(async () => {
  vi.useRealTimers()
  await disconnect()
  await database.drop()
})

/** Has the server of one connection say nothing more, and end nothing. */
async function silence(one: Pick<Transaction, '$queryRaw'>): Promise<void> {
  const [server] = await one.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  if (!server) throw new Error('no server')
  process.kill(server.pid, 'SIGSTOP')
  silent.push(server.pid)
}

/** Lets so many seconds pass, as timers see it. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000)
    await new Promise(resolve => setImmediate(resolve))
  }
}

test('a query to a server that has fallen silent fails, and the next goes by another connection', async () => {
  await silence(db())
  const asked = expect(db().assessment.count()).rejects.toThrow('Query read timeout')
  await pass(36)
  await asked
  expect(await db().assessment.count()).toBe(0)
})

test('a transaction whose server falls silent fails, and no connection that is silent is used again', async () => {
  const write = db().$transaction(async transaction => {
    await silence(transaction)
    await transaction.assessment.count()
  }, { timeout: 30_000 })
  const written = expect(write).rejects.toThrow(/Query read timeout|Transaction API error/)
  await pass(120)
  await written
  expect(await db().assessment.count()).toBe(0)
  expect(connections().pool.totalCount).toBe(1)
})

test('connections that were made together are not all replaced at one moment', async () => {
  await disconnect()
  const { pool } = connect(database.url)
  const held = await Promise.all(Array.from({ length: 10 }, () => pool.connect()))
  const expired: number[] = []
  for (let second = 0; second < 61; second += 1) {
    await pass(1)
    expired.push(pool.expiredCount)
  }
  expect(expired.at(28)).toBe(0)
  expect(expired.at(-1)).toBe(10)
  expect(new Set(expired).size).toBeGreaterThan(2)
  for (const one of held) one.release()
})
