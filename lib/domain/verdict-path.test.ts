import { describe, expect, test } from 'vitest'
import type { Facts, ItemFacts } from './facts'
import {
  assessment, control, gatesProven, item, mitigation, now, planned, policy, proposal, proven, ready, requirement, revision,
  today, waiver, yesterday,
} from './fixtures/facts'
import { earliestGo, smallestBlockingSet } from './verdict-path'

const pilot = proposal([], { mitigations: [mitigation('OBS-01')] })
const unscoped = { ...pilot, scopeStated: false }
const all = ['DR-01', 'OBS-01', 'SEC-02']
const open = [item('OBS-01'), item('DR-01'), item('SEC-02')]
const excepted = item('AUT-01', { exceptions: [waiver()] })

describe('the smallest set that would raise the ceiling', () => {
  test.each<[string, Facts, string[], string]>([
    ['every gate, where no proposal carries any', assessment(open), all, 'go'],
    ['the gates alone, where S is planned', assessment([...open, planned('CST-01')]), all, 'conditional_go'],
    ['what a proposal leaves open', assessment(open, { proposals: [pilot] }), ['DR-01', 'SEC-02'], 'conditional_go'],
    ['no help from a proposal without scope', assessment(open, { proposals: [unscoped] }), all, 'go'],
    ['what has no plan', assessment([...gatesProven, item('CST-01'), planned('AUT-01')]), ['CST-01'], 'conditional_go'],
    ['all that is left', assessment([...gatesProven, planned('CST-01'), excepted]), ['AUT-01', 'CST-01'], 'go'],
  ])('is %s', (_, facts, codes, ceiling) => {
    expect(smallestBlockingSet(facts, policy, now)).toEqual({ codes, ceiling })
  })

  test('is none where it is go, or nothing can be told', () => {
    expect(smallestBlockingSet(ready, policy, now)).toBeNull()
    expect(smallestBlockingSet(ready, null, now)).toBeNull()
  })
})

describe('the earliest go', () => {
  const plan = (...items: ItemFacts[]) => earliestGo(assessment([...gatesProven, ...items]), policy, now)
  const endOfGates = ['DR-01', 'OBS-01', 'SEC-02'].map(code => ({ code, lastDay: '2026-05-31' }))

  test('is the last due date of what is open', () => {
    const items = [planned('CST-01', { dueOn: '2026-04-10' }), planned('AUT-01', { dueOn: '2026-04-20' })]
    expect(plan(...items)).toEqual({ reason: 'planned', on: '2026-04-20', codes: ['AUT-01'], ending: endOfGates })
    expect(plan(planned('CST-01', { dueOn: today }))).toMatchObject({ reason: 'planned', on: today })
  })

  test('waits for what is excepted too', () => {
    expect(plan({ ...excepted, dueOn: '2026-04-20' })).toMatchObject({ on: '2026-04-20', codes: ['AUT-01'] })
  })

  test('says of what is settled when its proof or waiver ends, soonest first, and nothing of what blocks nothing', () => {
    const short = requirement({ validityDays: 20, revisions: [revision()] })
    const supporting = control('MET-01', { supports: ['OBS-01'], requirements: [short] })
    const left = item('SUP-01', { notApplicable: [waiver({ until: '2026-04-05' })] })
    expect(plan(planned('CST-01'), left, proven('AUT-01', { requirements: [short] }), supporting)).toMatchObject({
      ending: [{ code: 'AUT-01', lastDay: '2026-03-22' }, { code: 'SUP-01', lastDay: '2026-04-05' }, ...endOfGates],
    })
  })

  test('cannot be told where a date is missing, or past', () => {
    expect(plan(planned('CST-01'), item('AUT-01'))).toEqual({ reason: 'undated', on: null, codes: ['AUT-01'] })
    expect(plan(planned('CST-01', { dueOn: yesterday }))).toEqual({ reason: 'overdue', on: null, codes: ['CST-01'] })
    expect(earliestGo(ready, null, now)).toEqual({ reason: 'not_evaluated', on: null })
  })

  test('is today where it is go already', () => {
    expect(earliestGo(ready, policy, now)).toEqual({ reason: 'reached', on: today })
  })
})
