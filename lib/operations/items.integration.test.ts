import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { changeStatus, decideNotApplicable, planItem } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
const assessment = 'grupo-gad'
let database: TestDatabase
let sre: SignedInViewer
let sre2: SignedInViewer
let netops: SignedInViewer
let chair: SignedInViewer
let auditor: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  sre = await addPerson('sre', ['owner'], ['sre'], now)
  sre2 = await addPerson('sre2', ['owner'], ['sre'], now)
  netops = await addPerson('netops', ['owner'], ['netops'], now)
  chair = await addPerson('chair', ['cab_chair'], [], now)
  auditor = await addPerson('auditor', ['auditor'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const stored = (code: string) => db().item.findFirstOrThrow({ where: { code } })
const revision = async () => (await db().assessment.findFirstOrThrow()).revision

test('a status change makes one event and one revision', async () => {
  const before = await revision()
  expect(await changeStatus(sre, { assessment, item: 'OBS-02', version: 1, status: 'in_progress' }, now))
    .toMatchObject({ ok: true, value: { version: 2, declaredStatus: 'in_progress' } })
  expect(await revision()).toBe(before + 1)
})

test('the same status again changes nothing and makes no event', async () => {
  const before = await revision()
  expect(await changeStatus(sre, { assessment, item: 'OBS-02', version: 2, status: 'in_progress' }, now)).toMatchObject({ ok: true })
  expect(await revision()).toBe(before)
})

test('of two who change one version, the second is told what is stored, and nothing is lost', async () => {
  const results = await Promise.all([
    changeStatus(sre, { assessment, item: 'OBS-03', version: 1, status: 'partial' }, now),
    changeStatus(sre2, { assessment, item: 'OBS-03', version: 1, status: 'done' }, now),
  ])
  const [won, lost] = results[0]?.ok ? results : [results[1], results[0]]
  expect(won).toMatchObject({ ok: true, value: { version: 2 } })
  const current = await stored('OBS-03')
  expect(lost).toMatchObject({
    ok: false, failure: { code: 'conflict', current: { version: 2, declaredStatus: current.declaredStatus } },
  })
})

test('owners write only what their teams own, and readers nothing', async () => {
  const input = { assessment, item: 'DR-01', version: 1, status: 'done' } as const
  expect(await changeStatus(netops, input, now)).toMatchObject({ ok: false, failure: { code: 'not_owner_team' } })
  expect(await changeStatus(auditor, input, now)).toMatchObject({ ok: false, failure: { code: 'role' } })
  expect(await changeStatus(sre, { ...input, item: 'NIL-01' }, now)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  expect(await changeStatus(sre, { ...input, assessment: 'nil' }, now)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  expect((await stored('DR-01')).version).toBe(1)
})

test('that an item does not apply takes effect when another person approves it', async () => {
  const notApplicable = { reason: 'The proxy is not Caddy any more', until: '2027-03-01' }
  const { version } = await stored('OBS-03')
  expect(await changeStatus(sre, { assessment, item: 'OBS-03', version, status: 'not_applicable', notApplicable }, now))
    .toMatchObject({ ok: true })
  const claim = await db().notApplicableClaim.findFirstOrThrow({ where: { revoked: false } })
  const decide = (viewer: SignedInViewer) => decideNotApplicable(viewer, { assessment, claim: claim.id, approve: true }, now)
  expect(await decide(sre)).toMatchObject({ ok: false, failure: { code: 'role' } })
  expect(await decide(chair)).toMatchObject({ ok: true })
  expect(await decide(chair)).toMatchObject({ ok: false, failure: { code: 'already_decided' } })
})

test('a claim needs a last day that lies ahead', async () => {
  const notApplicable = { reason: 'x', until: '2026-11-24' }
  expect(await changeStatus(sre, { assessment, item: 'DR-01', version: 1, status: 'not_applicable', notApplicable }, now))
    .toMatchObject({ ok: false, failure: { code: 'invalid_input', fields: { 'notApplicable.until': 'not_in_future' } } })
})

test('a due date moves only with a reason, which the event keeps', async () => {
  const { version } = await stored('DR-01')
  const plan = { assessment, item: 'DR-01', version, assigneeId: sre.userId, reviewerId: netops.userId, dueOn: '2027-01-20' }
  expect(await planItem(sre, plan, now)).toMatchObject({ ok: false, failure: { fields: { reason: 'required' } } })
  expect(await planItem(sre, { ...plan, reason: 'The drill needs the new region' }, now)).toMatchObject({ ok: true })
  const event = await db().event.findFirstOrThrow({ where: { verb: 'item.planned' }, orderBy: { number: 'desc' } })
  expect(JSON.parse(event.body)).toMatchObject({
    before: { dueOn: '2027-01-15' }, after: { dueOn: '2027-01-20', reason: 'The drill needs the new region' },
  })
})

test('an assignee is of the owning team, and a named reviewer is not', async () => {
  const { version } = await stored('DR-01')
  const plan = { assessment, item: 'DR-01', version, assigneeId: null, reviewerId: null, dueOn: '2027-01-20' }
  expect(await planItem(sre, { ...plan, assigneeId: netops.userId }, now)).toMatchObject({ failure: { fields: { assigneeId: 'not_owner_team' } } })
  expect(await planItem(sre, { ...plan, reviewerId: sre2.userId }, now)).toMatchObject({ failure: { fields: { reviewerId: 'owner_team' } } })
})
