import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomes, type Facts, type Outcome } from './facts'
import { arbitraryFacts, arbitraryNow, brokenFacts } from './fixtures/arbitrary-facts'
import { assessment, control, failed, gatesProven, horizon, item, now, planned, policy, ready } from './fixtures/facts'
import { grupoGad, grupoGadPolicy } from './fixtures/grupo-gad'
import { pathToGo } from './path-to-go'
import { decide } from './verdict'
import { assumeDatesAgreed, assumeProven } from './what-if'

const rank = (outcome: Outcome) => outcomes.indexOf(outcome)
const open = assessment([item('OBS-01'), item('DR-01'), item('SEC-02'), item('CST-01')])
const gates = ['OBS-01', 'DR-01', 'SEC-02']
const ceiling = (facts: Facts) => decide(facts, policy, now).ceiling

describe('assuming items proven', () => {
  test.each<[string, Facts, string[], Outcome]>([
    ['one gate of three leaves no go', open, ['OBS-01'], 'no_go'],
    ['the gates alone leave no go, for no date is agreed', open, gates, 'no_go'],
    ['everything gives go', open, [...gates, 'CST-01'], 'go'],
    ['what is planned may wait', assessment([...open.items.slice(0, 3), planned('CST-01')]), gates, 'conditional_go'],
    ['an item without any requirement is assumed as well', assessment([...gatesProven, item('CST-01', { requirements: [] })]), ['CST-01'], 'go'],
    ['a failed check of its own is mended', assessment([...gatesProven, item('CST-01', { requirements: [failed] })]), ['CST-01'], 'go'],
  ])('%s', (_, facts, codes, expected) => {
    expect(ceiling(assumeProven(facts, codes, policy, now))).toBe(expected)
  })

  test('leaves an item refuted until the control that refutes it is assumed too', () => {
    const facts = assessment([...gatesProven, control('MET-01', { supports: ['OBS-01'], requirements: [failed] })])
    expect(ceiling(assumeProven(facts, ['OBS-01'], policy, now))).toBe('no_go')
    expect(ceiling(assumeProven(facts, ['MET-01'], policy, now))).toBe('go')
  })

  test('of what is proven, and of codes that no item has, changes nothing', () => {
    expect(assumeProven(ready, [...gates, 'NO-99'], policy, now)).toEqual(ready)
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, at) => {
      const known = [...decide(facts, policy, at).items.values()].filter(({ status }) => status === 'proven')
      expect(assumeProven(facts, known.map(({ code }) => code), policy, at)).toEqual(facts)
    }))
  })

  test('never lowers the ceiling, and proves what is not refuted by another', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, fc.subarray(['OBS-01', 'DR-01', 'SEC-02', 'CST-01', 'MET-01', 'REG-01']), (facts, at, codes) => {
      const before = decide(facts, policy, at)
      const after = decide(assumeProven(facts, codes, policy, at), policy, at)
      expect(rank(after.ceiling)).toBeGreaterThanOrEqual(rank(before.ceiling))
      for (const code of codes) {
        const proof = after.items.get(code)
        expect(proof?.status === 'proven' || proof?.refutedBy.length !== 0).toBe(true)
      }
    }))
  }, 60_000)
})

describe('assuming dates agreed', () => {
  test('is what the real assessment needs once its gates are proven', () => {
    const blocking = [...grupoGadPolicy.gates, ...grupoGadPolicy.critical]
    const at = new Date('2025-12-01T15:00:00Z')
    const gatesOnly = assumeProven(grupoGad, blocking, grupoGadPolicy, at)
    expect(decide(gatesOnly, grupoGadPolicy, at)).toMatchObject({ ceiling: 'no_go', rule: 'R5' })
    expect(decide(assumeDatesAgreed(gatesOnly, grupoGadPolicy, at), grupoGadPolicy, at)).toMatchObject({ ceiling: 'conditional_go', rule: 'R5' })
  })

  test('leaves dates that will do and assumes no owner', () => {
    const facts = assessment([...gatesProven, planned('CST-01'), item('AUT-01'), item('NET-01', { ownerTeams: [] })])
    const agreed = assumeDatesAgreed(facts, policy, now).items.map(({ code, agreedDueOn }) => [code, agreedDueOn])
    expect(agreed.slice(3)).toEqual([['CST-01', '2026-04-10'], ['AUT-01', horizon], ['NET-01', null]])
  })

  test('never lowers the ceiling', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, at) => {
      expect(rank(decide(assumeDatesAgreed(facts, policy, at), policy, at).ceiling)).toBeGreaterThanOrEqual(rank(decide(facts, policy, at).ceiling))
    }))
  }, 60_000)
})

test('whatever is broken, nothing throws', () => {
  fc.assert(fc.property(brokenFacts, arbitraryNow, (facts, at) => {
    assumeProven(facts, gates, policy, at)
    assumeDatesAgreed(facts, policy, at)
    pathToGo(facts, policy, at)
  }), { numRuns: 300 })
}, 60_000)
