import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { deadInhibition } from './dead-inhibition'

const config = (rule: string) => `route: { receiver: team }\nreceivers: [ { name: team } ]\ninhibit_rules:\n- { ${rule} }`
const rules = (...alerts: [name: string, expr: string, labels: string][]) =>
  `groups:\n- name: a\n  rules:\n${alerts.map(([name, expr, labels]) => `  - alert: ${name}\n    expr: ${expr}\n    labels: { ${labels} }\n`).join('')}`

const downSilencesWarnings = 'source_match: { alertname: Down }, target_match: { severity: warning }'
const down: [string, string, string] = ['Down', 'up == 0', 'severity: critical']

test.each([
  ['both sides exist and carry the label', `${downSilencesWarnings}, equal: [ instance ]`, [down, ['Slow', 'latency_seconds > 1', 'severity: warning']], []],
  ['no such source', `${downSilencesWarnings}, equal: [ instance ]`, [['Slow', 'latency_seconds > 1', 'severity: warning']], ['no-source 4:3']],
  ['no such target', `${downSilencesWarnings}, equal: [ instance ]`, [down], ['no-target 4:3']],
  ['a target whose severity is a template', downSilencesWarnings, [down, ['Slow', 'latency_seconds > 1', `severity: '{{ $labels.level }}'`]], []],
  ['the target has summed the label away', `${downSilencesWarnings}, equal: [ job, instance ]`, [down, ['Slow', 'sum by (job) (latency_seconds) > 1', 'severity: warning']], ['never-equal 4:91']],
  ['the source has', `${downSilencesWarnings}, equal: [ instance ]`, [['Down', 'sum(up) == 0', 'severity: critical'], ['Slow', 'latency_seconds > 1', 'severity: warning']], ['never-equal 4:86']],
  ['both have, which is equal to Alertmanager', `${downSilencesWarnings}, equal: [ instance ]`, [['Down', 'sum(up) == 0', 'severity: critical'], ['Slow', 'sum(latency_seconds) > 1', 'severity: warning']], []],
  ['one target of two can be silenced', `${downSilencesWarnings}, equal: [ instance ]`, [down, ['Slow', 'sum(latency_seconds) > 1', 'severity: warning'], ['Full', 'disk_ratio > 1', 'severity: warning']], []],
  ['a label that only the data knows of', `${downSilencesWarnings}, equal: [ cluster ]`, [down, ['Slow', 'sum(latency_seconds) > 1', 'severity: warning']], ['perhaps-never-equal 4:86']],
  ['instance of what was recorded before', `${downSilencesWarnings}, equal: [ instance ]`, [['Down', 'job:up:sum == 0', 'severity: critical'], ['Slow', 'sum(latency_seconds) > 1', 'severity: warning']], ['perhaps-never-equal 4:86']],
  ['labels of the rules that differ', `${downSilencesWarnings}, equal: [ component ]`, [['Down', 'up == 0', 'severity: critical, component: api'], ['Slow', 'latency_seconds > 1', 'severity: warning, component: db']], ['never-equal 4:86']],
  ['labels of the rules that agree', `${downSilencesWarnings}, equal: [ component ]`, [['Down', 'up == 0', 'component: api'], ['Slow', 'sum(latency_seconds) > 1', 'severity: warning, component: api']], []],
  ['a label that a matcher fixes', `source_match: { job: api }, target_match: { severity: warning }, equal: [ job ]`, [down, ['Slow', 'latency_seconds > 1', 'severity: warning, job: db']], ['never-equal 4:79']],
  ['the same alerts on both sides', 'source_match: { severity: warning }, target_match: { severity: warning }, equal: [ instance ]', [['Slow', 'latency_seconds > 1', 'severity: warning']], ['itself 4:3']],
  ['the same alerts in other words', `source_match_re: { severity: 'warning|info' }, target_match: { severity: warning }`, [['Slow', 'latency_seconds > 1', 'severity: warning']], ['itself 4:3']],
  ['a source that is no target silences what is both', `source_match_re: { severity: 'warning|critical' }, target_match: { severity: warning }`, [down, ['Slow', 'latency_seconds > 1', 'severity: warning']], []],
])('with rules: %s', (_, rule, alerts, expected) => {
  expect(found(deadInhibition, config(rule), { others: { rules: rules(...alerts as [string, string, string][]) } })).toEqual(expected)
})

test.each([
  ['nothing is known of its alerts', `${downSilencesWarnings}, equal: [ instance ]`, ['rules-missing 4:3']],
  ['it asks for one name where it names two', `source_match: { alertname: A }, target_match: { alertname: B }, equal: [ alertname ]`, ['rules-missing 4:3', 'never-equal 4:78']],
  ['its sides are the same', 'source_match: { a: b }, target_match: { a: b }', ['itself 4:3', 'rules-missing 4:3']],
])('without rules: %s', (_, rule, expected) => {
  expect(found(deadInhibition, config(rule))).toEqual(expected)
})

test('no inhibitions, nothing to say', () => {
  expect(found(deadInhibition, 'route: { receiver: team }\nreceivers: [ { name: team } ]')).toEqual([])
})

test.each([
  ['its row of the table', downSilencesWarnings, ['no-source', '']],
  ['every row that it covers', 'source_match: { alertname: Down }', ['no-source', 'no-source']],
  ['none that it does not cover', 'source_match: { alertname: Up }', ['', '']],
])('what is said of a rule is said of %s', (_, rule, expected) => {
  const inhibitions = [
    { source: { alertname: 'Down' }, target: { severity: 'warning' }, equal: [] },
    { source: { alertname: 'Down' }, target: { severity: 'info' }, equal: [] },
  ]
  const others = { rules: rules(['Slow', 'latency_seconds > 1', 'severity: warning']) }
  expect(saidOfRows(deadInhibition, 'inhibitions', config(rule), { baseline: { inhibitions }, others })).toEqual(expected)
})
