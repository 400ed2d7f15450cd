import { describe, expect, test } from 'vitest'
import { changedTerms, criticalityOf, type PolicyTerms } from './policy'

const policy: PolicyTerms = {
  gates: ['OBS-01', 'DR-01'], critical: ['SEC-02'], closeWithinDays: 30, horizonDays: 90, decisionDays: 30, extensions: 1,
}

test.each([['OBS-01', 'gate'], ['SEC-02', 'critical'], ['FIN-01', 'standard']])('%s is %s', (code, criticality) => {
  expect(criticalityOf(code, policy)).toBe(criticality)
})

describe('the terms in which two policies differ', () => {
  test.each<[Partial<PolicyTerms>, string[]]>([
    [{}, []],
    [{ gates: ['DR-01', 'OBS-01'] }, []],
    [{ gates: ['DR-01'], critical: ['OBS-01', 'SEC-02'] }, ['gates', 'critical']],
    [{ closeWithinDays: 20, extensions: 0 }, ['closeWithinDays', 'extensions']],
    [{ horizonDays: 91, decisionDays: 31 }, ['horizonDays', 'decisionDays']],
  ])('%j', (change, terms) => expect(changedTerms(policy, { ...policy, ...change })).toEqual(terms))
})
