import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { roles, type Role } from '@/lib/domain/permissions'
import { getAssessment } from '@/lib/queries/assessments'
import { getVerdict } from '@/lib/queries/verdict'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { decidePolicy, proposePolicy, withdrawPolicy } from './policy'
import { addPerson, importShippedAssessment } from './testing/assessment'

let database: TestDatabase
let first: SignedInViewer
let second: SignedInViewer
const now = new Date('2026-11-24T12:00:00Z')
const assessment = 'grupo-gad'

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  first = await addPerson('first', ['admin'], [], now)
  second = await addPerson('second', ['admin'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

beforeEach(async () => { await db().policyProposal.deleteMany({ where: { decidedAt: null } }) })

/** The policy in force with SEC-02 among the gates, or no longer. */
async function wish(rest: object = {}) {
  const { version, body } = await db().policy.findFirstOrThrow({ orderBy: { version: 'desc' } })
  const { gates, critical, closeWithinDays, horizonDays, decisionDays, extensions } = body as {
    gates: string[], critical: string[], closeWithinDays: number, horizonDays: number, decisionDays: number, extensions: number
  }
  const isGate = gates.includes('SEC-02')
  return {
    assessment, baseVersion: version, closeWithinDays, horizonDays, decisionDays, extensions, reason: 'Sin secretos no hay salida',
    gates: isGate ? gates.filter(code => code !== 'SEC-02') : [...gates, 'SEC-02'],
    critical: isGate ? [...critical, 'SEC-02'] : critical.filter(code => code !== 'SEC-02'), ...rest,
  }
}

async function propose(rest: object = {}): Promise<string> {
  const result = await proposePolicy(first, await wish(rest), now)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.id
}

test('a second administrator puts it in force, with the verdict and the items at once', async () => {
  const before = await judged()
  const proposal = await propose()
  expect((await judged()).verdict.blockers).toEqual(before.verdict.blockers)
  expect(await decidePolicy(first, { assessment, proposal, approve: true, reason: null }, now)).toMatchObject({ failure: { code: 'own_proposal' } })
  expect(await decidePolicy(second, { assessment, proposal, approve: true, reason: null }, now)).toEqual({ ok: true, value: null })
  const after = await judged()
  expect(after.snapshot.policy?.version).toBe((before.snapshot.policy?.version ?? 0) + 1)
  expect(after.verdict.blockers.gates).toEqual([...before.verdict.blockers.gates, 'SEC-02'].sort())
  expect(after.snapshot.items.find(item => item.code === 'SEC-02')?.criticality).toBe('gate')
  expect(await db().policyProposal.findUniqueOrThrow({ where: { id: proposal } }))
    .toMatchObject({ approved: true, deciderId: second.userId, approvedVersion: after.snapshot.policy?.version })
  const events = await db().event.findMany({ where: { subjectId: proposal }, orderBy: { number: 'asc' } })
  expect(events.map(({ verb, actorId }) => [verb, actorId])).toEqual([['policy.proposed', first.userId], ['policy.approved', second.userId]])
  expect(await decidePolicy(second, { assessment, proposal, approve: true, reason: null }, now)).toMatchObject({ failure: { code: 'already_decided' } })
})

test('who stands in for the proposer is no second administrator', async () => {
  const proposal = await propose()
  const standingIn = { ...second, standsInFor: [first.userId] }
  expect(await decidePolicy(standingIn, { assessment, proposal, approve: true, reason: null }, now)).toMatchObject({ failure: { code: 'own_proposal' } })
})

test('a refused proposal changes nothing', async () => {
  const before = await judged()
  const proposal = await propose()
  expect(await decidePolicy(second, { assessment, proposal, approve: false, reason: 'Falta acordarlo' }, now)).toEqual({ ok: true, value: null })
  expect((await judged()).snapshot.policy).toEqual(before.snapshot.policy)
  await propose()
})

test('one is open at a time, and only its proposer withdraws it', async () => {
  const proposal = await propose()
  expect(await proposePolicy(second, await wish(), now)).toMatchObject({ failure: { code: 'proposal_open' } })
  expect(await withdrawPolicy(second, { assessment, proposal }, now)).toMatchObject({ failure: { code: 'not_proposer' } })
  expect(await withdrawPolicy(first, { assessment, proposal }, now)).toEqual({ ok: true, value: null })
  expect(await withdrawPolicy(first, { assessment, proposal }, now)).toMatchObject({ failure: { code: 'already_decided' } })
  await propose()
})

test('two who propose at once make one proposal', async () => {
  const input = await wish()
  const results = await Promise.all([proposePolicy(first, input, now), proposePolicy(second, input, now)])
  expect(results.filter(result => result.ok)).toHaveLength(1)
})

test('one for a version that has moved on can only be refused', async () => {
  const proposal = await propose()
  const { assessmentId, version, body } = await db().policy.findFirstOrThrow({ orderBy: { version: 'desc' } })
  await db().policy.create({ data: { assessmentId, version: version + 1, body: body ?? {}, createdAt: now } })
  expect(await decidePolicy(second, { assessment, proposal, approve: true, reason: null }, now)).toMatchObject({ failure: { code: 'policy_moved_on' } })
  expect(await decidePolicy(second, { assessment, proposal, approve: false, reason: 'Es de otra versión' }, now)).toEqual({ ok: true, value: null })
})

test('a proposal is about the version in force, names items of the list, and changes something', async () => {
  const { baseVersion, gates, critical } = await wish()
  const refusal = async (rest: object) => {
    const result = await proposePolicy(first, await wish(rest), now)
    return result.ok ? null : result.failure
  }
  expect(await refusal({ baseVersion: baseVersion - 1 })).toEqual({ code: 'conflict' })
  expect(await refusal({ gates: [...gates, 'NO-99'] })).toEqual({ code: 'invalid_input', fields: { gates: 'unknown_item' } })
  expect(await refusal({ critical: [...critical, 'DEP-01'] })).toEqual({ code: 'invalid_input', fields: { critical: 'unknown_item' } })
  const { body } = await db().policy.findFirstOrThrow({ orderBy: { version: 'desc' } })
  expect(await refusal({ ...(body as object) })).toEqual({ code: 'nothing_changed' })
})

test.each(roles.filter(role => role !== 'admin'))('%s neither proposes nor decides', async role => {
  const proposal = await propose()
  const viewer = { ...second, roles: [role] as Role[] }
  const refused = { ok: false, failure: { code: 'role' } }
  expect(await proposePolicy(viewer, await wish(), now)).toEqual(refused)
  expect(await decidePolicy(viewer, { assessment, proposal, approve: true, reason: null }, now)).toEqual(refused)
  expect(await withdrawPolicy(viewer, { assessment, proposal }, now)).toEqual(refused)
})

async function judged() {
  const found = await getAssessment(first, assessment)
  if (!found) throw new Error('no assessment')
  return getVerdict(found, now)
}
