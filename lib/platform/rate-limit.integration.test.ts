import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { sweepLimits, takeFromLimit } from './rate-limit'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds))
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
})
afterAll(async () => {
  await disconnect()
  await database.drop()
})

const take = (subject: string, seconds: number) =>
  takeFromLimit({ subject, limit: 2, windowSeconds: 60, now: at(seconds) })

test('allows as many as the limit, says when to come back, and starts anew with the next window', async () => {
  expect(await take('a', 10)).toEqual({ allowed: true, remaining: 1, resetSeconds: 50, retryAfterSeconds: 0 })
  expect(await take('a', 10)).toEqual({ allowed: true, remaining: 0, resetSeconds: 50, retryAfterSeconds: 0 })
  expect(await take('a', 15)).toEqual({ allowed: false, remaining: 0, resetSeconds: 45, retryAfterSeconds: 45 })
  expect(await take('a', 59)).toEqual({ allowed: false, remaining: 0, resetSeconds: 1, retryAfterSeconds: 1 })
  expect(await take('b', 59)).toMatchObject({ allowed: true })
  expect(await take('a', 60)).toMatchObject({ allowed: true })
})

test('many at once are counted one by one', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => take('crowd', 0)))
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(2)
})

test('a sweep removes windows of more than a day ago', async () => {
  await db().rateLimit.deleteMany()
  await take('a', 0)
  expect(await sweepLimits(new Date(at(0).getTime() + 86_400_000))).toBe(0)
  expect(await sweepLimits(new Date(at(0).getTime() + 86_400_001))).toBe(1)
})
