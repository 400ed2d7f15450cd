import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { droppedLabel } from './dropped-label'

const rules = (source: string, target: string) => [
  'groups:', '- name: g', '  rules:', '  - alert: APIDown', `    expr: ${source}`, '    labels: {severity: critical}',
  '  - alert: Slow', `    expr: ${target}`, '    labels: {severity: warning, component: api}', '',
].join('\n')

test.each([
  ['both keep it', rules('up == 0', 'a > 1'), []],
  ['the target drops it', rules('up == 0', 'sum(a) > 1'), ['never-inhibited 8:11']],
  ['the target drops it without saying so', rules('up == 0', 'avg without (instance) (a) > 1'), ['never-inhibited 8:11']],
  ['the target keeps it by name', rules('up == 0', 'sum by (instance) (a) > 1'), []],
  ['the source drops it', rules('sum(up) == 0', 'a > 1'), ['never-inhibits 5:11']],
  ['both drop it, and are equal in nothing', rules('sum(up) == 0', 'sum(a) > 1'), []],
  ['a target of another component', rules('up == 0', 'sum(a) > 1').replace('component: api', 'component: database'), []],
  ['a target that sets it itself', rules('up == 0', 'sum(a) > 1').replace('component: api', 'component: api, instance: all'), []],
  ['a source of another name', rules('up == 0', 'sum(a) > 1').replace('APIDown', 'Down'), []],
  ['a target whose component a template makes', rules('up == 0', 'sum(a) > 1').replace('component: api', 'component: "{{ $labels.c }}"'), []],
])('%s', (_, text, expected) => expect(found(droppedLabel, text, { baseline: governmentBaseline })).toEqual(expected))

test('the inhibitions of a configuration that was given go before those of the baseline', () => {
  const text = rules('up == 0', 'sum(a) > 1')
  const given = (equal: string) => ({
    alertmanager: `route: {receiver: a}\nreceivers: [{name: a}]\ninhibit_rules:\n- source_matchers: [severity=critical]\n  target_matchers: [severity=warning]\n  equal: [${equal}]\n`,
  })
  expect(found(droppedLabel, text, { baseline: governmentBaseline, others: given('alertname') })).toEqual([])
  expect(found(droppedLabel, text, { others: given('job') })).toEqual(['never-inhibited 8:11'])
})

test('without inhibitions nothing is asked', () => expect(found(droppedLabel, rules('up == 0', 'sum(a) > 1'))).toEqual([]))

test.each([
  ['of the baseline', {}, ['never-inhibited', '']],
  ['that a configuration has', { alertmanager: 'route: {receiver: a}\nreceivers: [{name: a}]\ninhibit_rules:\n- source_matchers: [severity=critical]\n  target_matchers: [severity=warning]\n  equal: [instance]\n' }, ['never-inhibited', '']],
  ['that a configuration lacks', { alertmanager: 'route: {receiver: a}\nreceivers: [{name: a}]\n' }, ['', '']],
])('what is said of an inhibition is said of the row %s', (_, others, expected) => {
  const inhibitions = [...governmentBaseline.inhibitions, { source: { alertname: 'Gone' }, target: { severity: 'info' }, equal: ['instance'] }]
  expect(saidOfRows(droppedLabel, 'inhibitions', rules('up == 0', 'sum(a) > 1'), { baseline: { ...governmentBaseline, inhibitions }, others })).toEqual(expected)
})
