import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { setGroupMappings } from './group-mappings'

let database: TestDatabase
const writer = { actorId: null, now: new Date('2026-11-24T12:00:00Z') }

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

test('mappings are set, changed and kept, each change with one event', async () => {
  const owners = { group: 'owners', role: 'owner' as const, teamKey: null }
  const sre = { group: 'sre', role: null, teamKey: 'sre' }
  expect(await setGroupMappings(writer, [owners, sre])).toEqual({ ok: true, value: { changed: 2 } })
  expect(await setGroupMappings(writer, [owners, sre])).toEqual({ ok: true, value: { changed: 0 } })
  expect(await setGroupMappings(writer, [{ ...sre, role: 'owner' }])).toEqual({ ok: true, value: { changed: 1 } })
  expect(await db().groupMapping.findMany({ orderBy: { group: 'asc' } })).toEqual([owners, { ...sre, role: 'owner' }])
  expect(await db().event.count({ where: { verb: 'groupMapping.set' } })).toBe(3)
  expect((await db().instance.findUniqueOrThrow({ where: { id: 1 } })).revision).toBe(0)
})
