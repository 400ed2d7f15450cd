import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryFacts, arbitraryNow } from './fixtures/arbitrary-facts'
import { assessment, gatesProven, met, now, policy, proven, revision } from './fixtures/facts'
import { movedByTime } from './moved-by-time'
import { decide } from './verdict'

const short = { ...met, validityDays: 20, revisions: [revision({ effectiveOn: '2026-03-02' })] }
const facts = assessment([...gatesProven, proven('CST-01', { requirements: [short] })])
/** The evidence holds until the 22nd. */
const expired = new Date('2026-03-23T03:00:00Z')

test('an expiry is what time alone does', () => {
  expect(movedByTime(facts, policy, now, expired)).toEqual({
    before: { ceiling: 'go', effective: 'no_go', rule: 'R3', effectiveRule: 'no_decision', items: { 'CST-01': 'proven' } },
    after: { ceiling: 'no_go', effective: 'no_go', rule: 'R5', effectiveRule: 'no_decision', items: { 'CST-01': 'stale' } },
  })
})

test('until the last instant of the last day nothing moved, nor does a clock that was set back', () => {
  expect(movedByTime(facts, policy, now, new Date(expired.getTime() - 1))).toBeNull()
  expect(movedByTime(facts, policy, expired, now)).toBeNull()
})

test('moves nothing before the moment that the verdict names', () => {
  fc.assert(fc.property(arbitraryFacts, arbitraryNow, fc.integer({ min: 1, max: 90 * 86_400_000 }), (some, then, milliseconds) => {
    const { nextChangeAt } = decide(some, policy, then)
    const later = new Date(then.getTime() + milliseconds)
    if (movedByTime(some, policy, then, later) !== null) expect(nextChangeAt).not.toBeNull()
    if (nextChangeAt === null || later < nextChangeAt) expect(movedByTime(some, policy, then, later)).toBeNull()
  }))
}, 60_000)
