import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { canReview, canWrite, permissionFingerprint, roles } from '@/lib/domain/permissions'
import { getRequestContext, type SignedInViewer } from '@/lib/queries/viewer'
import { endDelegation, setDelegation } from './delegations'
import { changeStatus } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

let database: TestDatabase
let admin: SignedInViewer
let absent: SignedInViewer
let delegate: SignedInViewer
// Eight in the morning in Bogotá, where the days of the shipped assessment begin at five, UTC.
const now = new Date('2026-11-24T13:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  admin = await addPerson('admin', ['admin'], [], now)
  absent = await addPerson('absent', ['owner'], ['netops'], now)
  delegate = await addPerson('delegate', ['owner'], ['sre'], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

beforeEach(async () => { await db().delegation.deleteMany() })

const wish = (rest: object = {}) => (
  { absentId: absent.userId, delegateId: delegate.userId, from: '2026-11-26', until: '2026-11-27', reason: null, ...rest })

test('it gives the absent person\'s teams from its first instant to its last, and takes them back', async () => {
  expect(await setDelegation(admin, wish(), now)).toMatchObject({ ok: true })
  const { startsAt, endsAt } = await db().delegation.findFirstOrThrow()
  expect(await seen(new Date(startsAt.getTime() - 1))).toMatchObject({ teams: ['sre'], standsInFor: [] })
  expect(await seen(startsAt)).toMatchObject({ teams: ['netops', 'sre'], standsInFor: [absent.userId] })
  expect(await seen(new Date(endsAt.getTime() - 1))).toMatchObject({ teams: ['netops', 'sre'] })
  expect(await seen(endsAt)).toMatchObject({ teams: ['sre'], standsInFor: [] })
  const before = permissionFingerprint(await seen(now))
  expect(permissionFingerprint(await seen(startsAt))).not.toBe(before)
  expect(permissionFingerprint(await seen(endsAt))).toBe(before)
})

test('the delegate writes what the absent person\'s team owns, under their own id, and may not review it', async () => {
  const item = await db().item.findFirstOrThrow({ where: { owners: { every: { teamKey: 'netops' }, some: {} } }, include: { assessment: true } })
  const change = { assessment: item.assessment.slug, item: item.code, version: item.version, status: 'in_progress' as const }
  expect(await changeStatus(delegate, change, now)).toMatchObject({ failure: { code: 'not_owner_team' } })
  await setDelegation(admin, wish({ from: '2026-11-24' }), now)
  const standingIn = await seen(now)
  expect(await changeStatus(standingIn, change, now)).toMatchObject({ ok: true })
  const event = await db().event.findFirstOrThrow({ where: { subjectId: item.id }, orderBy: { number: 'desc' } })
  expect(event.actorId).toBe(delegate.userId)

  const revision = { state: 'in_review', submitterId: admin.userId }
  expect(canReview(standingIn, revision, { ownerTeams: ['netops'], reviewerId: delegate.userId })).toEqual({ allowed: false, reason: 'owner_team_reviews' })
  expect(canReview(standingIn, { ...revision, submitterId: absent.userId }, { ownerTeams: ['qa'], reviewerId: delegate.userId }))
    .toEqual({ allowed: false, reason: 'own_submission' })
  expect(canReview(standingIn, revision, { ownerTeams: ['qa'], reviewerId: absent.userId })).toEqual({ allowed: true })
  expect(canReview(delegate, revision, { ownerTeams: ['qa'], reviewerId: absent.userId })).toEqual({ allowed: false, reason: 'not_named_reviewer' })
  expect(canWrite(delegate, 'item.plan', { ownerTeams: ['netops'] })).toEqual({ allowed: false, reason: 'not_owner_team' })
})

test('an administrator ends it before its time, once', async () => {
  await setDelegation(admin, wish({ from: '2026-11-24' }), now)
  const { id } = await db().delegation.findFirstOrThrow()
  const later = new Date(now.getTime() + 60_000)
  expect(await endDelegation(admin, { delegation: id }, later)).toEqual({ ok: true, value: null })
  expect(await seen(now)).toMatchObject({ teams: ['netops', 'sre'] })
  expect(await seen(later)).toMatchObject({ teams: ['sre'] })
  expect(await endDelegation(admin, { delegation: id }, later)).toMatchObject({ failure: { code: 'delegation_over' } })
})

test('it begins today or later, is for people who can do the work, and no two of them meet', async () => {
  const auditor = await addPerson('auditor', ['auditor'], [], now)
  const other = await addPerson('other', ['owner'], ['qa'], now)
  const refused = async (rest: object) => {
    const result = await setDelegation(admin, wish(rest), now)
    return result.ok ? null : result.failure.fields
  }
  expect(await refused({ from: '2026-11-23' })).toEqual({ from: 'in_past' })
  expect(await refused({ absentId: crypto.randomUUID() })).toEqual({ absentId: 'unknown' })
  expect(await refused({ delegateId: crypto.randomUUID() })).toEqual({ delegateId: 'unknown' })
  expect(await refused({ delegateId: auditor.userId })).toEqual({ delegateId: 'no_common_role' })
  expect(await refused({})).toBeNull()
  expect(await refused({ delegateId: other.userId, from: '2026-11-27', until: '2026-12-01' })).toEqual({ from: 'overlaps' })
  expect(await refused({ absentId: other.userId, delegateId: absent.userId })).toEqual({ delegateId: 'absent_then' })
  // Whichever was set first, who stands in is not absent meanwhile.
  expect(await refused({ absentId: delegate.userId, delegateId: other.userId })).toEqual({ absentId: 'stands_in_then' })
  expect(await refused({ absentId: delegate.userId, delegateId: other.userId, from: '2026-11-28', until: '2026-12-01' })).toBeNull()
  expect(await refused({ delegateId: other.userId, from: '2026-12-02', until: '2026-12-03' })).toBeNull()
})

test.each(roles.filter(role => role !== 'admin'))('%s sets none', async role => {
  const viewer = { ...delegate, roles: [role] }
  expect(await setDelegation(viewer, wish(), now)).toMatchObject({ failure: { code: 'role' } })
  expect(await endDelegation(viewer, { delegation: crypto.randomUUID() }, now)).toMatchObject({ failure: { code: 'role' } })
})

/** The delegate as a request at that moment finds them. */
async function seen(at: Date): Promise<SignedInViewer> {
  await db().session.updateMany({ data: { lastSeenAt: at, expiresAt: new Date(at.getTime() + 3_600_000) } })
  const { viewer } = await getRequestContext('delegate', null, at, { idleMinutes: 60 })
  if (!viewer) throw new Error('the session does not hold')
  return viewer
}
