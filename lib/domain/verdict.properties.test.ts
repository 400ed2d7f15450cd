import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryFacts, arbitraryNow, brokenFacts, withProof, withWaivers } from './fixtures/arbitrary-facts'
import { policy, revision, startedOn } from './fixtures/facts'
import { outcomes, type Facts, type ItemFacts, type Outcome, type RevisionFacts } from './facts'
import { decide, type Verdict } from './verdict'
import { earliestGo, smallestBlockingSet } from './verdict-path'

const runs = { numRuns: 300 }
const slow = 120_000
const rank = (outcome: Outcome) => outcomes.indexOf(outcome)
const withItems = (facts: Facts, change: (item: ItemFacts) => ItemFacts) =>
  ({ ...facts, items: facts.items.map(change) })

/** What must not change while the answer is the same. */
function answerOf({ ceiling, effective, effectiveRule, rule, blockers, items }: Verdict) {
  const statuses = [...items.values()].map(proof => [proof.code, proof.status])
  return { ceiling, effective, effectiveRule, rule, blockers, statuses }
}

describe('the verdict', () => {
  test('is reached by every rule, with every outcome, in what follows', () => {
    const verdicts = fc.sample(fc.tuple(arbitraryFacts, arbitraryNow), { numRuns: 1_000, seed: 1 })
      .map(([facts, now]) => decide(facts, policy, now))
    expect([...new Set(verdicts.map(({ rule, ceiling }) => `${rule} ${ceiling}`))].sort()).toEqual([
      'R3 go', 'R4 conditional_go', 'R4 no_go', 'R5 conditional_go', 'R5 no_go',
    ])
    expect(new Set(verdicts.map(verdict => verdict.effectiveRule))).toEqual(new Set([
      'no_decision', 'decision_not_begun', 'decision_expired', 'policy_changed', 'condition_breached',
      'condition_overdue', 'proof_lost', 'decision_in_force', 'ceiling_stricter', 'proposal_fallen',
    ]))
    expect(new Set(verdicts.map(verdict => verdict.effective))).toEqual(new Set(outcomes))
  }, slow)

  test('is total: garbage is no go', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), fc.anything(), (facts, rules, now) => {
      expect(decide(facts as Facts, rules as typeof policy, now as Date)).toMatchObject({
        ceiling: 'no_go', effective: 'no_go', rule: 'R0',
      })
    }), runs)
  })

  test('is total: one broken value anywhere never throws, nor do the explanations', () => {
    fc.assert(fc.property(brokenFacts, arbitraryNow, (facts, now) => {
      const verdict = decide(facts, policy, now)
      expect(rank(verdict.effective)).toBeLessThanOrEqual(rank(verdict.ceiling))
      smallestBlockingSet(facts, policy, now)
      earliestGo(facts, policy, now)
    }), runs)
  }, slow)

  test('is total: a broken policy never throws', () => {
    const broken = fc.tuple(fc.constantFrom(...Object.keys(policy)), fc.anything())
      .map(([key, value]) => ({ ...policy, [key]: value }))
    fc.assert(fc.property(arbitraryFacts, broken, arbitraryNow, (facts, rules, now) => {
      const verdict = decide(facts, rules, now)
      expect(rank(verdict.effective)).toBeLessThanOrEqual(rank(verdict.ceiling))
    }), runs)
  }, slow)

  test('is the same for the same facts, and leaves them alone', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, now) => {
      const before = structuredClone(facts)
      expect(decide(facts, policy, now)).toEqual(decide(before, policy, now))
      expect(facts).toEqual(before)
    }), runs)
  }, slow)

  test('does not depend on the order of anything', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, fc.nat(), (facts, now, salt) => {
      const shuffled = decide(shuffle(facts, salt), shuffle(policy, salt), now)
      expect(shuffled).toEqual(decide(facts, policy, now))
      expect([...shuffled.items.keys()]).toEqual([...shuffled.items.keys()].sort())
    }), runs)
  }, slow)

  test('never falls when an item is proven', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, fc.nat(), (facts, now, nth) => {
      const more = withItems(facts, item => item === facts.items[nth % facts.items.length] ? withProof(item) : item)
      expect(rank(decide(more, policy, now).ceiling)).toBeGreaterThanOrEqual(rank(decide(facts, policy, now).ceiling))
    }), runs)
  }, slow)

  test('never falls when good evidence comes beside what there is', () => {
    const good = revision({ evidenceId: 'photo', effectiveOn: startedOn, submitterTeams: ['netops'] })
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, now) => {
      const having = (...added: RevisionFacts[]) => withItems(facts, item => ({
        ...item,
        requirements: item.requirements.map(one =>
          ({ ...one, validityDays: 365, checks: [], revisions: [...one.revisions, ...added] })),
      }))
      const before = decide(having(), policy, now).ceiling
      expect(rank(decide(having(good), policy, now).ceiling)).toBeGreaterThanOrEqual(rank(before))
    }), runs)
  }, slow)

  test('is not go while anything that blocks is unknown', () => {
    const ready = arbitraryFacts.map(facts => withItems(facts, withProof))
    fc.assert(fc.property(ready, arbitraryNow, fc.nat(), (facts, now, nth) => {
      expect(decide(facts, policy, now)).toMatchObject({ ceiling: 'go', rule: 'R3' })

      const unstarted = { ...facts, assessment: { ...facts.assessment, startedOn: null } }
      expect(decide(unstarted, policy, now)).toMatchObject({ ceiling: 'no_go', effective: 'no_go' })
      expect(decide(facts, null, now)).toMatchObject({ ceiling: 'no_go', effective: 'no_go' })
      expect(decide({ ...facts, items: [] }, policy, now)).toMatchObject({ ceiling: 'no_go', effective: 'no_go' })

      const judged = facts.items.filter(item => item.supports.length === 0)
      const unreviewed = withItems(facts, item => item !== judged[nth % judged.length] ? item : {
        ...item,
        notApplicable: [],
        requirements: item.requirements.map(one => ({
          ...one, revisions: one.revisions.map(handedIn => ({ ...handedIn, state: 'in_review', reviewerId: null })),
        })),
      })
      expect(decide(unreviewed, policy, now).ceiling).not.toBe('go')
      expect(decide(unreviewed, policy, now).effective).not.toBe('go')
    }), runs)
  }, slow)

  test('is the same at every instant before it says that it may change', () => {
    const parts = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, parts, (facts, now, part) => {
      const verdict = decide(facts, policy, now)
      const last = verdict.nextChangeAt === null ? now.getTime() + 1e11 : verdict.nextChangeAt.getTime() - 1
      expect(last).toBeGreaterThanOrEqual(now.getTime())
      for (const instant of [now.getTime() + Math.floor((last - now.getTime()) * part), last]) {
        const later = decide(facts, policy, new Date(instant))
        expect(answerOf(later)).toEqual(answerOf(verdict))
        expect(later.nextChangeAt).toEqual(verdict.nextChangeAt)
      }
    }), runs)
  }, slow)

  test('is the same in between for every change on the way of a year', () => {
    const fiveHours = fc.array(fc.nat(365 * 24), { minLength: 5, maxLength: 5 })
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, fiveHours, (facts, now, hours) => {
      const segments: Verdict[] = []
      for (let next: Date | null = now; next !== null && segments.length < 100;) {
        const segment = decide(facts, policy, next)
        segments.push(segment)
        next = segment.nextChangeAt
      }
      expect(segments.at(-1)?.nextChangeAt).toBeNull()
      for (const hour of hours) {
        const instant = new Date(now.getTime() + hour * 3_600_000)
        const segment = segments.find(one => one.nextChangeAt === null || instant < one.nextChangeAt)
        if (segment) expect(answerOf(decide(facts, policy, instant))).toEqual(answerOf(segment))
      }
    }), { numRuns: 30 })
  }, slow)

  test('holds nothing that is looser than the board may rule, or than it ruled', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, now) => {
      const { ceiling, effective } = decide(facts, policy, now)
      expect(rank(effective)).toBeLessThanOrEqual(rank(ceiling))
      const newest = [...facts.decisions].sort((a, b) => b.number - a.number)[0]
      expect(rank(effective)).toBeLessThanOrEqual(newest === undefined ? 0 : rank(newest.outcome))
    }), runs)
  }, slow)

  test('keeps gates and critical items whatever is waived', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, now) => {
      const { gates, critical } = decide(facts, policy, now).blockers
      expect(decide(withItems(facts, withWaivers), policy, now).blockers).toMatchObject({ gates, critical })
    }), runs)
  }, slow)
})

describe('the smallest set that raises the ceiling', () => {
  // What a control refutes is proven by no evidence of its own.
  const unrefuted = arbitraryFacts.map(facts => withItems(facts, item => ({ ...item, supports: [] })))
  const prove = (facts: Facts, codes: readonly string[]) =>
    withItems(facts, item => codes.includes(item.code) ? withProof(item) : item)

  test('raises it to what it says, and no smaller one raises it', () => {
    fc.assert(fc.property(unrefuted, arbitraryNow, (facts, now) => {
      const { ceiling } = decide(facts, policy, now)
      const smallest = smallestBlockingSet(facts, policy, now)
      if (smallest === null) {
        expect(ceiling).toBe('go')
        return
      }
      expect(decide(prove(facts, smallest.codes), policy, now).ceiling).toBe(smallest.ceiling)
      expect(rank(smallest.ceiling)).toBeGreaterThan(rank(ceiling))
      // Proving more never lowers the ceiling, so it is enough to try the sets that are one smaller.
      for (const codes of subsets(facts.items.map(item => item.code), smallest.codes.length - 1)) {
        expect(decide(prove(facts, codes), policy, now).ceiling).toBe(ceiling)
      }
    }), { numRuns: 30 })
  }, slow)
})

function subsets(codes: readonly string[], size: number): string[][] {
  if (size === 0) return [[]]
  return codes.flatMap((code, at) => subsets(codes.slice(at + 1), size - 1).map(rest => [code, ...rest]))
}

/** Every array in it, at any depth, in another order. */
function shuffle<T>(value: T, salt: number): T {
  if (typeof value !== 'object' || value === null) return value
  const key = (one: unknown, at: number) =>
    createHash('sha1').update(`${salt} ${at} ${JSON.stringify(one)}`).digest('hex')
  if (Array.isArray(value)) {
    return value
      .map((one, at) => ({ one: shuffle(one, salt), key: key(one, at) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ one }) => one) as T
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shuffle(one, salt)])) as T
}
