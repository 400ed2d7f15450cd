import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criticalities, provenStatuses } from './items'
import { sortWork, workState, workStates, type Work } from './my-work'
import type { RequirementProof, RequirementState } from './proof'

const today = '2026-11-24'

const requirement = (state: RequirementState): RequirementProof => (
  { key: state, state, reason: 'missing', revisionIds: [], checks: [], expiresOn: null }
)
const work = (change: Partial<Work>, ...states: RequirementState[]): Work => ({
  code: 'X-01', status: 'unmet', dueOn: null, isLate: false, expiresOn: null, criticality: 'standard', requirements: states.map(requirement), ...change,
})

describe('what is to be done', () => {
  test.each<[string, Work, ReturnType<typeof workState>]>([
    ['owed, without a date', work({}, 'missing'), 'next'],
    ['owed by a day to come', work({ dueOn: '2026-11-25' }, 'missing'), 'next'],
    ['late', work({ dueOn: '2026-11-23', isLate: true }, 'missing'), 'late'],
    ['should have begun, though it is owed by a day to come', work({ dueOn: '2026-11-25', isLate: true }, 'missing'), 'late'],
    ['nobody says what would prove it', work({ dueOn: '2026-11-23', isLate: true }), 'late'],
    ['rejected', work({}, 'met', 'rejected'), 'rejected'],
    ['late outweighs rejected', work({ isLate: true }, 'rejected'), 'late'],
    ['acceptance withdrawn', work({}, 'withdrawn'), 'rejected'],
    ['a check fails', work({ status: 'refuted' }, 'failed'), 'rejected'],
    ['a control refutes it', work({ status: 'refuted' }, 'met'), 'rejected'],
    ['all in review, though late', work({ isLate: true }, 'in_review', 'met'), 'waiting'],
    ['in review in part', work({}, 'in_review', 'missing'), 'next'],
    ['lapsed', work({ status: 'stale' }, 'expired'), 'expiring'],
    ['proven and settled', work({ status: 'proven', dueOn: '2026-01-01' }, 'met'), null],
    ['proven for 31 days more', work({ status: 'proven', expiresOn: '2026-12-25' }, 'met'), null],
    ['proven for 30 days more', work({ status: 'proven', expiresOn: '2026-12-24' }, 'met'), 'expiring'],
    ['waived for long', work({ status: 'not_applicable', expiresOn: '2027-12-24' }, 'missing'), null],
    ['a waiver that ends', work({ status: 'excepted', expiresOn: '2026-12-01' }, 'missing'), 'expiring'],
  ])('%s', (_, one, state) => expect(workState(one, today)).toBe(state))
})

test('within a group the date presses first, then the weight, then the code', () => {
  const codes = (works: Work[]) => works.map(({ code }) => code)
  const groups = sortWork([
    work({ code: 'D', criticality: null }, 'missing'), work({ code: 'C' }, 'missing'), work({ code: 'B', dueOn: '2026-12-01' }, 'missing'),
    work({ code: 'A', dueOn: '2026-12-01', criticality: 'gate' }, 'missing'), work({ code: 'E', dueOn: '2026-11-30' }, 'missing'),
    work({ code: 'G', status: 'proven', expiresOn: '2026-12-02' }), work({ code: 'F', status: 'proven', expiresOn: '2026-12-01' }),
  ], today)
  expect(codes(groups.next)).toEqual(['E', 'A', 'B', 'C', 'D'])
  expect(codes(groups.expiring)).toEqual(['F', 'G'])
})

const day = fc.option(fc.constantFrom('2026-11-01', today, '2026-11-25', '2027-06-01'))
const anyWork = fc.record({
  code: fc.string(), status: fc.constantFrom(...provenStatuses), dueOn: day, isLate: fc.boolean(), expiresOn: day,
  criticality: fc.option(fc.constantFrom(...criticalities)),
  requirements: fc.array(fc.constantFrom<RequirementState>('met', 'missing', 'in_review', 'rejected', 'expired').map(requirement)),
})

test('every piece of work stands in the one group of its state, or in none', () => {
  fc.assert(fc.property(fc.array(anyWork), works => {
    const groups = sortWork(works, today)
    expect(workStates.reduce((sum, state) => sum + groups[state].length, 0))
      .toBe(works.filter(one => workState(one, today) !== null).length)
    for (const state of workStates) for (const one of groups[state]) expect(workState(one, today)).toBe(state)
  }))
})
