import { expect, test } from 'vitest'
import { failedChecks, isProduction, type CheckedRevision } from './failed-checks'

const fails = (items: string[]) => [{ check: 'fly/tls', outcome: 'fail' as const, items }]
const passes = (items: string[]) => [{ check: 'fly/tls', outcome: 'pass' as const, items }]

function checked(revisionId: string, day: number, changes: Partial<CheckedRevision> = {}): CheckedRevision {
  return {
    revisionId, state: 'accepted', service: null, environment: 'production', format: 'fly-toml',
    submittedAt: new Date(Date.UTC(2026, 10, day)), checks: fails(['NET-01']), ...changes,
  }
}

const failing = (revisions: CheckedRevision[]) => Object.fromEntries(
  [...failedChecks(revisions)].map(([code, failed]) => [code, failed.map(({ revisionId }) => revisionId)]))

test.each([
  ['an accepted file that fails', [checked('a', 1)], { 'NET-01': ['a'] }],
  ['a later accepted one that passes', [checked('a', 1), checked('b', 2, { checks: passes(['NET-01']) })], {}],
  ['a later one that passes and waits', [checked('a', 1), checked('b', 2, { state: 'in_review', checks: passes(['NET-01']) })], { 'NET-01': ['a'] }],
  ['a later one that fails and waits', [checked('a', 1, { checks: passes(['NET-01']) }), checked('b', 2, { state: 'in_review' })], { 'NET-01': ['b'] }],
  ['an older one that fails and waits', [checked('b', 2, { checks: passes(['NET-01']) }), checked('a', 1, { state: 'in_review' })], {}],
  ['staging never speaks for production', [checked('a', 1, { environment: 'staging' })], {}],
  ['another kind of file stands by itself', [checked('a', 1), checked('b', 2, { format: 'dockerfile', checks: [] })], { 'NET-01': ['a'] }],
  ['another service stands by itself', [checked('a', 1), checked('b', 2, { service: 'bot', checks: passes(['NET-01']) })], { 'NET-01': ['a'] }],
  ['one revision of two files of a kind', [checked('a', 1, { checks: passes(['NET-01']) }), checked('a', 1)], { 'NET-01': ['a'] }],
  ['what cannot be told refutes nothing', [checked('a', 1, { checks: [{ check: 'fly/tls', outcome: 'inconclusive', items: ['NET-01'] }] })], {}],
  ['one check speaks of two items', [checked('a', 1, { checks: fails(['NET-01', 'DEP-04']) })], { 'NET-01': ['a'], 'DEP-04': ['a'] }],
])('%s', (_, revisions, expected) => {
  expect(failing(revisions)).toEqual(expected)
})

test.each([[null, true], ['production', true], ['Prod', true], ['producción', true], ['staging', false], ['preprod', false], ['', false]])('%s is production: %s', (environment, expected) => {
  expect(isProduction(environment)).toBe(expected)
})
