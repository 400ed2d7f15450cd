import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { getRequestContext, hashToken } from '@/lib/queries/viewer'
import { revokeSession, startSession, touchSession } from './sessions'

let database: TestDatabase
let userId: string
const now = new Date('2026-11-24T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const limits = { idleMinutes: 60 }

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  userId = (await db().user.create({ data: { issuer: 'https://id.example.org', subject: '1', roles: ['auditor'] } })).id
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const start = (token: string, replacedToken: string | null = null) =>
  startSession({ token, userId, expiresAt: minutes(720), idToken: 'id-token', replacedToken }, now)

test('a session lets its holder in until it lies idle or its end has come', async () => {
  await start('a')
  expect(await viewer('a', now)).toMatchObject({ userId, roles: ['auditor'], sessionHash: hashToken('a') })
  expect(await viewer('a', minutes(59))).not.toBeNull()
  expect(await viewer('a', minutes(61))).toBeNull()
  await touchSession(hashToken('a'), minutes(59))
  expect(await viewer('a', minutes(61))).not.toBeNull()
  for (let minute = 118; minute < 720; minute += 59) await touchSession(hashToken('a'), minutes(minute))
  expect(await viewer('a', minutes(719))).not.toBeNull()
  expect(await viewer('a', minutes(721))).toBeNull()
})

test('the token itself is stored nowhere', async () => {
  await start('a-secret-token')
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT s::text AS text FROM "Session" s UNION ALL SELECT body FROM "Event"`
  expect(rows.filter(row => row.text.includes('a-secret-token'))).toEqual([])
})

test('use is noted at most once a minute', async () => {
  await start('b')
  await touchSession(hashToken('b'), new Date(now.getTime() + 59_000))
  expect(await lastSeen('b')).toEqual(now)
  await touchSession(hashToken('b'), minutes(1))
  expect(await lastSeen('b')).toEqual(minutes(1))
})

test('a revoked session lets nobody in, gives its ID token once, and keeps it no longer', async () => {
  await start('c')
  const writer = { actorId: userId, now: minutes(1) }
  expect(await revokeSession(writer, hashToken('c'))).toEqual({ ok: true, value: { idToken: 'id-token' } })
  expect(await viewer('c', minutes(1))).toBeNull()
  expect(await db().session.findUnique({ where: { tokenHash: hashToken('c') } })).toMatchObject({ idToken: null })
  expect(await revokeSession(writer, hashToken('c'))).toEqual({ ok: false, failure: { code: 'not_found' } })
})

test('a new sign-in in the same browser ends the session that it replaces', async () => {
  await start('d')
  await start('e', 'd')
  expect(await viewer('d', now)).toBeNull()
  expect(await viewer('e', now)).not.toBeNull()
})

test('sessions append to the chain of the instance without moving its revision', async () => {
  const before = await db().instance.findUniqueOrThrow({ where: { id: 1 } })
  await start('f')
  await revokeSession({ actorId: userId, now }, hashToken('f'))
  const after = await db().instance.findUniqueOrThrow({ where: { id: 1 } })
  expect(after.revision).toBe(before.revision)
  expect(after.eventCount).toBe(before.eventCount + 2)
  const events = await db().event.findMany({ where: { subjectId: hashToken('f') }, orderBy: { number: 'asc' } })
  expect(events.map(event => event.verb)).toEqual(['session.started', 'session.ended'])
})

async function viewer(token: string, at: Date) {
  return (await getRequestContext(token, null, at, limits)).viewer
}

async function lastSeen(token: string): Promise<Date> {
  return (await db().session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })).lastSeenAt
}
