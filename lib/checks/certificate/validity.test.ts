import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { pem } from './fixtures/pem'
import { validity } from './validity'

test.each([
  ['in force', '2026-11-26', 21, ['until']],
  ['on the day of its last 21', '2125-12-10', 21, ['until']],
  ['a day later', '2125-12-11', 21, ['expiring']],
  ['on its last day', '2125-12-31', 21, ['expiring']],
  ['over', '2126-01-01', 21, ['expired']],
  ['not in force yet', '2025-12-25', 21, ['not-yet']],
  ['in force tomorrow, which it is in UTC', '2025-12-31', 21, ['until']],
  ['over, whatever is asked', '2126-01-01', null, ['no-target', 'expired']],
])('%s', (_, today, certificateDays, expected) => {
  expect(found(validity, pem('portal'), { today, baseline: { ...governmentBaseline, certificateDays } }).map(one => one.split(' ')[0])).toEqual(expected)
})

test('each of a chain', () => {
  expect(found(validity, pem('portal', 'issuing'), { today: '2126-01-01', baseline: governmentBaseline })).toEqual(['expired 1:1', 'expired 13:1'])
})

test('one that is over beside one that holds', () => {
  expect(found(validity, pem('expired', 'issuing'), { baseline: governmentBaseline })).toEqual(['expired 1:1', 'until 13:1'])
})
