import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { successRate } from './success-rate'
import { summary } from './testing'

const failed = (values: unknown) => ({ http_req_failed: { type: 'rate', values } })
const keysOf = (text: string, baseline = governmentBaseline) => found(successRate, text, { baseline }).map(one => one.split(' ')[0])

test.each([
  ['all succeed', summary(), []],
  ['passes are those that failed, not those that succeeded', summary(failed({ rate: 1, passes: 2_000, fails: 0 })), ['too-many-failed']],
  ['one of a thousand fails: just enough', summary(failed({ rate: 0.001, passes: 2, fails: 1_998 })), []],
  ['one more is too many', summary(failed({ rate: 0.0015, passes: 3, fails: 1_997 })), ['too-many-failed']],
  ['too few to tell 99.9 from 99', summary({ ...failed({ rate: 0, passes: 0, fails: 50 }) }), ['few-requests']],
  ['no counts, but a share and a number of requests', summary(failed({ rate: 0.5 })), ['too-many-failed']],
  ['no metric of failures', summary({ http_req_failed: undefined }), ['unknown']],
  ['no requests at all', summary(failed({ rate: 0, passes: 0, fails: 0 })), ['none']],
  ['a share that its counts contradict', summary(failed({ rate: 0, passes: 900, fails: 1_100 })), ['impossible']],
  ['a share above one', summary(failed({ rate: 2, passes: 0, fails: 2_000 })), ['impossible']],
  ['a negative count', summary(failed({ rate: 0, passes: -1, fails: 2_001 })), ['impossible']],
  ['a count that no run reaches', summary(failed({ rate: 0, passes: 0, fails: 1e300 })), ['impossible']],
  ['a share in words', summary(failed({ rate: 'NaN', passes: 0, fails: 2_000 })), ['impossible']],
])('%s', (_, text, expected) => {
  expect(keysOf(text)).toEqual(expected)
})

test.each([
  ['as handleSummary lists them', [{ name: 'answers', passes: 10, fails: 90 }, { name: 'in time', passes: 100, fails: 0 }]],
  ['as the flat shape names them', { answers: { name: 'answers', passes: 10, fails: 90 }, 'in time': { name: 'in time', passes: 100, fails: 0 } }],
])('assertions that fail, %s, in whatever group', (_, checks) => {
  expect(keysOf(summary({}, { root_group: { checks: [], groups: [{ name: 'inner', groups: [], checks }] } }))).toEqual(['assertion-failed'])
})

test.each([
  ['too many', { passes: 20, fails: 80 }, ['assertions-failed']],
  ['as few as allowed', { passes: 999, fails: 1 }, []],
  ['a count that is none', { passes: -1, fails: 0 }, ['impossible']],
])('assertions that the file counts and does not name, of which %s fail', (_, counts, expected) => {
  expect(keysOf(summary({ checks: { type: 'rate', values: { rate: 0.5, ...counts } } }))).toEqual(expected)
})

test('an assertion that was never made holds', () => {
  expect(keysOf(summary({}, { root_group: { checks: [{ name: 'answers', passes: 0, fails: 0 }], groups: [] } }))).toEqual([])
})

test('the flat shape of --summary-export reads alike', () => {
  const flat = { metrics: { http_reqs: { count: 2_000, rate: 60 }, http_req_failed: { value: 0.5, passes: 1_000, fails: 1_000 } } }
  expect(found(successRate, JSON.stringify(flat, null, 1), { baseline: governmentBaseline })).toEqual(['too-many-failed 8:4'])
})

test('without a target nothing can be told', () => {
  expect(keysOf(summary(), { ...governmentBaseline, acceptance: null })).toEqual(['no-target'])
})
