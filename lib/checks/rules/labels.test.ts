import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { labels } from './labels'

const rules = (set: string) => `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up == 0\n    labels: ${set}\n  - record: a\n    expr: up\n`
const alertmanager = 'route:\n  receiver: a\n  routes:\n  - matchers: [severity=~"page|ticket"]\nreceivers:\n- name: a\n'

test.each([
  ['both', '{severity: critical, component: api}', []],
  ['none', '{}', ['no-severity 4:5', 'no-component 4:5']],
  ['an empty one', '{severity: "", component: api}', ['no-severity 6:14']],
  ['a severity that no route expects', '{severity: page, component: api}', ['unrouted-severity 6:14']],
  ['one in capitals', '{severity: Critical, component: api}', ['unrouted-severity 6:14']],
  ['one that a template makes', '{severity: "{{ $labels.level }}", component: api}', []],
  ['no component', '{severity: critical}', ['no-component 4:5']],
])('%s', (_, set, expected) => expect(found(labels, rules(set), { baseline: governmentBaseline })).toEqual(expected))

test('the routes of a configuration that was given go before those of the baseline', () => {
  const others = { alertmanager }
  expect(found(labels, rules('{severity: page}'), { baseline: governmentBaseline, others })).toEqual([])
  expect(found(labels, rules('{severity: critical}'), { baseline: governmentBaseline, others })).toEqual(['unrouted-severity 6:14'])
})

test('without any route every severity will do, but one there must be', () => {
  expect(found(labels, rules('{severity: whatever}'))).toEqual([])
  expect(found(labels, rules('{}'))).toEqual(['no-severity 4:5'])
})
