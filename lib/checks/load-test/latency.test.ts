import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { latency } from './latency'
import { summary } from './testing'

const ofSuccesses = (values: unknown) => ({ 'http_req_duration{expected_response:true}': { type: 'trend', values } })
const ofAll = { 'http_req_duration{expected_response:true}': undefined, http_req_duration: { values: { med: 2, 'p(95)': 9, 'p(99)': 10 } } }
const failed = (bad: number) => ({ http_req_failed: { values: { rate: bad / 2_000, passes: bad, fails: 2_000 - bad } } })
const keysOf = (text: string, baseline = governmentBaseline) => found(latency, text, { baseline }).map(one => one.split(' ')[0])

test.each([
  ['fast enough', summary(), []],
  ['exactly as fast as asked', summary(ofSuccesses({ 'p(95)': 500, 'p(99)': 2_000 })), []],
  ['slow at the 95th', summary(ofSuccesses({ 'p(95)': 500.1, 'p(99)': 2_000 })), ['slow']],
  ['slow at both', summary(ofSuccesses({ 'p(95)': 600, 'p(99)': 3_000 })), ['slow', 'slow']],
  ['no 99th in the file', summary(ofSuccesses({ 'p(95)': 90 })), ['percentile-missing']],
  ['fast failures', summary(failed(1_400)), ['mostly-failed']],
  ['failures counted in, though few', summary({ ...ofAll, ...failed(1) }), ['failures-included']],
  ['all counted in, where none failed', summary(ofAll), []],
  ['all counted in, where nobody says how many failed', summary({ ...ofAll, http_req_failed: undefined }), ['failures-included']],
  ['nothing measured', summary({ 'http_req_duration{expected_response:true}': undefined }), ['not-measured']],
  ['zeroes, which k6 writes where nothing succeeded', summary(ofSuccesses({ min: 0, med: 0, 'p(95)': 0, 'p(99)': 0, max: 0 })), ['impossible']],
  ['a negative time', summary(ofSuccesses({ 'p(95)': -5, 'p(99)': 10 })), ['impossible']],
  ['a 99th below the 95th', summary(ofSuccesses({ 'p(95)': 90, 'p(99)': 10 })), ['impossible']],
  ['a time that is no number', summary(ofSuccesses({ 'p(95)': null, 'p(99)': 10 })), ['impossible']],
  ['a time past all numbers', summary(ofSuccesses({ 'p(95)': 1, 'p(99)': 2 })).replace('"p(99)": 2', '"p(99)": 1e999'), ['impossible']],
])('%s', (_, text, expected) => {
  expect(keysOf(text)).toEqual(expected)
})

test('without a target nothing can be told', () => {
  expect(keysOf(summary(), { ...governmentBaseline, acceptance: null })).toEqual(['no-target'])
})
