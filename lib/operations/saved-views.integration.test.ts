import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { SaveView } from '@/lib/schemas/saved-views'
import { deleteView, listViews, saveView } from './saved-views'
import { addPerson, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
const assessment = 'grupo-gad'
let database: TestDatabase
let ana: SignedInViewer
let eva: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  ana = await addPerson('ana', ['owner'], ['sre'], now)
  eva = await addPerson('eva', ['auditor'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const replace = false

test('a view is its owner’s own, is replaced under its name only on demand, and moves no revision', async () => {
  const { revision } = await db().assessment.findFirstOrThrow()
  await saveView(ana, { assessment, name: 'Late', query: '?late=1', replace }, now)
  expect(await saveView(ana, { assessment, name: 'Late', query: '?late=1&mine=1', replace }, now)).toMatchObject({ failure: { code: 'view_exists' } })
  expect(await listViews(ana, { assessment })).toMatchObject({ value: [{ name: 'Late', query: '?late=1' }] })
  expect(await saveView(ana, { assessment, name: 'Late', query: '?late=1&mine=1', replace: true }, now))
    .toMatchObject({ ok: true, value: [{ name: 'Late', query: '?late=1&mine=1' }] })
  expect(await listViews(eva, { assessment })).toEqual({ ok: true, value: [] })
  const [view] = await db().savedView.findMany()
  expect(await deleteView(eva, { assessment, view: view?.id ?? '' })).toEqual({ ok: true, value: [] })
  expect(await listViews(ana, { assessment })).toMatchObject({ value: [{ name: 'Late' }] })
  expect(await deleteView(ana, { assessment, view: view?.id ?? '' })).toEqual({ ok: true, value: [] })
  expect((await db().assessment.findFirstOrThrow()).revision).toBe(revision)
})

test('nobody keeps more than can be overlooked, and only what is an address', async () => {
  for (let n = 1; n <= 50; n++) await saveView(ana, { assessment, name: `View ${n}`, query: '', replace }, now)
  expect(await saveView(ana, { assessment, name: 'One more', query: '', replace }, now)).toMatchObject({ failure: { code: 'too_many_views' } })
  expect(await saveView(ana, { assessment, name: 'View 50', query: '?late=1', replace: true }, now)).toMatchObject({ ok: true })
  expect(await saveView(ana, { assessment: 'nil', name: 'x', query: '', replace }, now)).toMatchObject({ failure: { code: 'not_found' } })
  for (const query of ['https://example.org', '//x', '?a=<b>', '?a b', '?a#b'])
    expect(SaveView.safeParse({ assessment, name: 'x', query, replace }).success, query).toBe(false)
})
