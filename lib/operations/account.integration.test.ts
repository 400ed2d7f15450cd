import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { setLanguage } from './account'

let database: TestDatabase
const now = new Date('2026-11-24T12:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

test('the language changes once, with one event and no new revision', async () => {
  const user = await db().user.create({ data: { issuer: 'https://id.example.org', subject: '1', roles: ['auditor'] } })
  const viewer: SignedInViewer = { userId: user.id, roles: ['auditor'], teams: [], standsInFor: [], language: 'es', sessionHash: '', instanceRevision: 0 }
  const before = await db().instance.findUniqueOrThrow({ where: { id: 1 } })
  expect(await setLanguage(viewer, { language: 'en' }, now)).toEqual({ ok: true, value: null })
  expect(await setLanguage(viewer, { language: 'en' }, now)).toEqual({ ok: true, value: null })
  expect((await db().user.findUniqueOrThrow({ where: { id: user.id } })).language).toBe('en')
  const after = await db().instance.findUniqueOrThrow({ where: { id: 1 } })
  expect(after).toMatchObject({ revision: before.revision, eventCount: before.eventCount + 1 })
})
