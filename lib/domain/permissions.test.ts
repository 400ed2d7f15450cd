import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canApproveNotApplicable, canDecidePolicy, canReview, canWrite, permissionFingerprint, roles, writeFingerprint, writePermissions, type Refusal,
  type Viewer,
} from './permissions'

const owner = (rest: Partial<Viewer> = {}): Viewer => ({ userId: 'me', roles: ['owner'], teams: ['sre'], standsInFor: [], ...rest })
const answer = (reason: Refusal | null) => (reason === null ? { allowed: true } : { allowed: false, reason })

describe('who reviews evidence', () => {
  const revision = { state: 'in_review', submitterId: 'somebody' }
  const subject = { ownerTeams: ['qa'], reviewerId: 'me' as string | null }
  test.each<[string, Viewer, Partial<typeof revision>, Partial<typeof subject>, Refusal | null]>([
    ['the named reviewer', owner(), {}, {}, null],
    ['an owner whom nobody named', owner(), {}, { reviewerId: null }, 'not_named_reviewer'],
    ['a reviewer by role', owner({ roles: ['reviewer'] }), {}, { reviewerId: null }, null],
    ['the delegate of the named reviewer', owner({ standsInFor: ['away'] }), {}, { reviewerId: 'away' }, null],
    ['who submitted it', owner(), { submitterId: 'me' }, {}, 'own_submission'],
    ['the delegate of who submitted it', owner({ standsInFor: ['away'] }), { submitterId: 'away' }, {}, 'own_submission'],
    ['an owning team', owner({ teams: ['qa'] }), {}, {}, 'owner_team_reviews'],
    ['a reviewer who stands in for an owning team', owner({ roles: ['reviewer'], teams: ['qa'], standsInFor: ['away'] }), {}, {}, 'owner_team_reviews'],
    ['an executive', owner({ roles: ['executive'] }), {}, {}, 'role'],
    ['anybody, once it is decided', owner(), { state: 'accepted' }, {}, 'not_in_review'],
  ])('%s', (_, viewer, revised, about, reason) => {
    expect(canReview(viewer, { ...revision, ...revised }, { ...subject, ...about })).toEqual(answer(reason))
  })
})

test.each<[string[], string, Refusal | null]>([
  [[], 'somebody', null], [[], 'me', 'own_request'], [['away'], 'away', 'own_request'],
])('a reviewer who stands in for %j decides on a request of %s', (standsInFor, requesterId, reason) => {
  const viewer = owner({ roles: ['reviewer'], teams: [], standsInFor })
  expect(canApproveNotApplicable(viewer, { requesterId }, { ownerTeams: ['qa'] })).toEqual(answer(reason))
})

describe('who decides on a policy', () => {
  const admin = owner({ roles: ['admin'], teams: [] })
  test.each<[string, Viewer, string, number, boolean, Refusal | null]>([
    ['a second administrator', admin, 'other', 1, true, null],
    ['the proposer', admin, 'me', 1, false, 'own_proposal'],
    ['the delegate of the proposer', { ...admin, standsInFor: ['away'] }, 'away', 1, true, 'own_proposal'],
    ['nobody approves one of an older version', admin, 'other', 2, true, 'policy_moved_on'],
    ['but anybody refuses it', admin, 'other', 2, false, null],
  ])('%s', (_, viewer, proposerId, inForce, approve, reason) => {
    expect(canDecidePolicy(viewer, { proposerId, baseVersion: 1 }, inForce, approve)).toEqual(answer(reason))
  })
  test.each(roles.filter(role => role !== 'admin'))('not %s', role => {
    expect(canDecidePolicy(owner({ roles: [role] }), { proposerId: 'other', baseVersion: 1 }, 1, false)).toEqual(answer('role'))
  })
})

test('a fingerprint tells apart whoever sees other pages, and nobody else', () => {
  expect(permissionFingerprint(owner({ roles: ['owner', 'admin'] }))).toBe(permissionFingerprint(owner({ roles: ['admin', 'owner'], userId: 'you' })))
  const all = [owner(), owner({ roles: ['reviewer'] }), owner({ teams: ['qa'] }), owner({ standsInFor: ['away'] })].map(permissionFingerprint)
  expect(new Set(all).size).toBe(all.length)
})

test('who writes alike is allowed and refused alike, of every item and task', () => {
  const teams = fc.subarray(['sre', 'netops', 'qa'])
  const anybody = fc.record({ userId: fc.uuid(), roles: fc.subarray([...roles]), teams, standsInFor: fc.subarray(['away', 'ill']) })
  fc.assert(fc.property(anybody, anybody, teams, fc.constantFrom(...writePermissions), (one, other, ownerTeams, permission) => {
    fc.pre(writeFingerprint(one) === writeFingerprint(other))
    expect(canWrite(one, permission, { ownerTeams })).toEqual(canWrite(other, permission, { ownerTeams }))
  }))
})

test('of all who write nothing it is the same, whatever their teams', () => {
  const readers = roles.filter(role => role !== 'owner').map(role => writeFingerprint(owner({ roles: [role], teams: ['qa'] })))
  expect(new Set(readers)).toEqual(new Set(['']))
  expect(writeFingerprint(owner())).not.toBe(writeFingerprint(owner({ teams: ['qa'] })))
  expect(writeFingerprint(owner({ roles: ['reviewer', 'owner'] }))).toBe(writeFingerprint(owner()))
})
