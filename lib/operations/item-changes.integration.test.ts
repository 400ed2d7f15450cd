import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { listChainStates } from '@/lib/queries/events'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { ItemChange } from '@/lib/schemas/item-changes'
import { changeItems } from './item-changes'
import { changeStatus } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
const assessment = 'grupo-gad'
let database: TestDatabase
let sre: SignedInViewer
let sre2: SignedInViewer
let netops: SignedInViewer
let auditor: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  sre = await addPerson('sre', ['owner'], ['sre'], now)
  sre2 = await addPerson('sre2', ['owner'], ['sre'], now)
  netops = await addPerson('netops', ['owner'], ['netops'], now)
  auditor = await addPerson('auditor', ['auditor'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const change = (changes: ItemChange[], viewer = sre) => changeItems(viewer, { assessment, changes }, now)
const stored = (code: string) => db().item.findFirstOrThrow({ where: { code }, include: { owners: true } })
const revision = async () => (await db().assessment.findFirstOrThrow()).revision

async function lastEvents(count: number) {
  const events = await db().event.findMany({ where: { subjectType: 'item' }, orderBy: { number: 'desc' }, take: count })
  return events.reverse().map(({ verb, body }) => ({ verb, ...JSON.parse(body) as { before: object; after: object } }))
}

test('many items change at once, each with the event of the single operation', async () => {
  const before = await revision()
  const result = await change([
    { item: 'OBS-02', version: 1, status: 'in_progress' },
    { item: 'OBS-03', version: 1, dueOn: '2027-02-01', reason: 'The panels come first' },
    { item: 'ALR-01', version: 1, status: 'partial', assigneeId: sre2.userId },
  ])
  expect(result).toEqual({ ok: true, value: { changed: 3 } })
  expect(await revision()).toBe(before + 3)
  expect(await lastEvents(3)).toMatchObject([
    { verb: 'item.statusChanged', after: { code: 'OBS-02', declaredStatus: 'in_progress' } },
    { verb: 'item.planned', after: { code: 'OBS-03', dueOn: '2027-02-01', reason: 'The panels come first' } },
    { verb: 'item.changed', after: { code: 'ALR-01', declaredStatus: 'partial', assigneeId: sre2.userId } },
  ])
})

test('what is so already makes no event', async () => {
  const before = await revision()
  expect(await change([{ item: 'OBS-02', version: 2, status: 'in_progress', ownerTeams: ['sre'] }])).toEqual({ ok: true, value: { changed: 0 } })
  expect(await revision()).toBe(before)
})

test('one that is refused stops all, and each is named with its reason', async () => {
  const before = await revision()
  const ok: ItemChange = { item: 'OBS-02', version: 2, status: 'done' }
  const result = await change([
    ok,
    { item: 'OBS-03', version: 1, status: 'done' },
    { item: 'ALR-01', version: 2, dueOn: '2027-03-01' },
    { item: 'DEP-06', version: 1, assigneeId: netops.userId },
    { item: 'REC-04', version: 1, ownerTeams: ['sre', 'nobody'] },
    { item: 'CMP-01', version: 1, status: 'done' },
    { item: 'NIL-01', version: 1, status: 'done' },
  ])
  expect(result).toEqual({ ok: false, failure: { code: 'items_refused', fields: {
    'OBS-03': 'item_moved_on', 'ALR-01': 'move_without_reason', 'DEP-06': 'assignee_not_owner', 'REC-04': 'team_unknown',
    'CMP-01': 'item_not_yours', 'NIL-01': 'item_unknown',
  } } })
  expect(await change([ok], netops)).toMatchObject({ ok: false, failure: { fields: { 'OBS-02': 'item_not_yours' } } })
  expect(await change([ok], auditor)).toMatchObject({ ok: false, failure: { fields: { 'OBS-02': 'item_not_yours' } } })
  expect(await stored('OBS-02')).toMatchObject({ version: 2, declaredStatus: 'in_progress' })
  expect(await revision()).toBe(before)
})

test('of two who change overlapping items, one gets all and the other nothing', async () => {
  const [first, second] = await Promise.all([
    change([{ item: 'DRP-01', version: 1, status: 'partial' }, { item: 'DRP-02', version: 1, status: 'partial' }]),
    change([{ item: 'DRP-02', version: 1, status: 'done' }, { item: 'DRP-03', version: 1, status: 'done' }], sre2),
  ])
  expect([first.ok, second.ok].sort()).toEqual([false, true])
  const statuses = await Promise.all(['DRP-01', 'DRP-02', 'DRP-03'].map(async code => (await stored(code)).version))
  expect(statuses).toEqual(first.ok ? [2, 2, 1] : [1, 2, 2])
})

test('an item is handed to another team while nothing was handed in for it, and only by its owners', async () => {
  expect(await change([{ item: 'REC-17', version: 1, ownerTeams: ['netops'] }], netops)).toMatchObject({ ok: false, failure: { fields: { 'REC-17': 'item_not_yours' } } })
  expect(await change([{ item: 'REC-17', version: 1, ownerTeams: ['netops'] }])).toMatchObject({ ok: true })
  expect((await stored('REC-17')).owners).toMatchObject([{ teamKey: 'netops' }])
  // It is theirs no more.
  expect(await change([{ item: 'REC-17', version: 2, status: 'done' }])).toMatchObject({ ok: false, failure: { fields: { 'REC-17': 'item_not_yours' } } })
})

test('who owned an item when a claim was handed in goes on to own it, so that nobody judges their own', async () => {
  const notApplicable = { reason: 'Another system does this', until: '2027-03-01' }
  await changeStatus(sre, { assessment, item: 'REC-18', version: 1, status: 'not_applicable', notApplicable }, now)
  expect(await change([{ item: 'REC-18', version: 2, ownerTeams: ['netops'] }]))
    .toMatchObject({ ok: false, failure: { fields: { 'REC-18': 'owners_handed_in' } } })
  expect(await change([{ item: 'REC-18', version: 2, ownerTeams: ['netops', 'sre'] }])).toMatchObject({ ok: true })
})

test('the named reviewer never becomes an owner', async () => {
  await db().item.update({ where: { id: (await stored('REC-19')).id }, data: { reviewerId: netops.userId } })
  expect(await change([{ item: 'REC-19', version: 1, ownerTeams: ['netops', 'sre'] }]))
    .toMatchObject({ ok: false, failure: { fields: { 'REC-19': 'owners_review' } } })
})

test('a status that replaces a claim of not being applicable revokes the claim', async () => {
  const { id, version } = await stored('REC-18')
  expect(await change([{ item: 'REC-18', version, status: 'partial' }])).toMatchObject({ ok: true })
  expect(await db().notApplicableClaim.count({ where: { itemId: id, revoked: false } })).toBe(0)
})

test('all items at once take as many statements as two, and each has its one event', async () => {
  const everybody = await addPerson('everybody', ['owner'], (await db().team.findMany()).map(({ key }) => key), now)
  const items = await db().item.findMany({ where: { reviewerId: null }, orderBy: { position: 'asc' }, include: { owners: true } })
  const asked = vi.spyOn(pg.Client.prototype, 'query')

  /** Every other one changes its status, person and date, the rest date and teams; gives how many statements that took. */
  async function changeEach(some: typeof items): Promise<number> {
    asked.mockClear()
    const result = await change(some.map(({ code, version, declaredStatus, owners }, index): ItemChange => index % 2 === 0
      ? { item: code, version, status: declaredStatus === 'done' ? 'partial' : 'done', assigneeId: everybody.userId, dueOn: null, reason: 'Unknown' }
      : { item: code, version, dueOn: '2027-06-01', reason: 'Later', ownerTeams: [...owners.map(({ teamKey }) => teamKey), 'qa'] }), everybody)
    expect(result).toEqual({ ok: true, value: { changed: some.length } })
    return asked.mock.calls.length
  }

  const before = await revision()
  expect(await changeEach(items.slice(2))).toBe(await changeEach(items.slice(0, 2)))
  expect(await revision()).toBe(before + items.length)
  const events = await db().event.findMany({ where: { number: { gt: before }, subjectType: 'item' }, select: { subjectId: true } })
  expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(items.map(({ id }) => id).sort())
  expect((await listChainStates()).map(({ state }) => state.holds)).toEqual([true, true])

  const after = await db().item.findMany({ where: { reviewerId: null }, orderBy: { position: 'asc' }, include: { owners: true } })
  for (const [index, { code, version, declaredStatus, assigneeId, dueOn, owners }] of after.entries()) {
    const was = items[index]
    const teams = (of: typeof owners = []) => of.map(({ teamKey }) => teamKey)
    expect(version, code).toBe((was?.version ?? 0) + 1)
    if (index % 2 === 0) {
      expect([assigneeId, dueOn, teams(owners)], code).toEqual([everybody.userId, null, teams(was?.owners)])
      expect(declaredStatus, code).not.toBe(was?.declaredStatus)
    } else {
      expect([assigneeId, dueOn, declaredStatus], code).toEqual([was?.assigneeId, new Date('2027-06-01'), was?.declaredStatus])
      expect(new Set(teams(owners)), code).toEqual(new Set([...teams(was?.owners), 'qa']))
    }
  }
})
