import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facts } from './facts'
import { arbitraryFacts, arbitraryNow } from './fixtures/arbitrary-facts'
import { assessment, control, gatesProven, item, now, planned, policy, ready, today, yesterday } from './fixtures/facts'
import { decide } from './verdict'
import { whatBlocks } from './what-blocks'

describe('what blocks', () => {
  test.each<[string, Facts, string[]]>([
    ['gates and critical items before anything else', assessment([item('OBS-01'), item('DR-01'), item('SEC-02'), item('CST-01')]), ['DR-01', 'OBS-01', 'SEC-02']],
    ['the standard items without a plan, once those are proven', assessment([...gatesProven, item('CST-01'), planned('AUT-01'), control('MET-01')]), ['CST-01', 'MET-01']],
    ['what was planned for a day that has passed', assessment([...gatesProven, planned('CST-01', { agreedDueOn: yesterday, dueOn: yesterday })]), ['CST-01']],
    ['nothing where all that is open is planned', assessment([...gatesProven, planned('CST-01', { agreedDueOn: today, dueOn: today })]), []],
    ['nothing where nothing is open', ready, []],
    ['nothing that could be told where facts cannot be read', { ...ready, assessment: { ...ready.assessment, timeZone: 'Nowhere' } }, []],
  ])('is %s', (_, facts, codes) => expect(whatBlocks(facts, policy, now)).toEqual(codes))

  test('is something wherever it is a no-go', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, at) => {
      if (decide(facts, policy, at).ceiling === 'no_go') expect(whatBlocks(facts, policy, at)).not.toEqual([])
    }))
  }, 60_000)
})
