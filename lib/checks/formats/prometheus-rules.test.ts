import { expect, test } from 'vitest'
import { recognise } from '../recognise'
import type { PrometheusRules } from './prometheus-rules'

function read(text: string): PrometheusRules {
  const file = recognise(new TextEncoder().encode(text))
  if (file?.format !== 'prometheus-rules' || !('document' in file)) throw new Error(JSON.stringify(file))
  return file.document as PrometheusRules
}

function problems(text: string): string[] {
  const file = recognise(new TextEncoder().encode(text))
  if (!file || !('problems' in file)) throw new Error(JSON.stringify(file))
  return file.problems.map(({ reason, place, values }) => `${reason} ${place.line}:${place.column} ${Object.values(values ?? {}).join(' | ')}`.trim())
}

test('a group with its rules, each with what it says and where', () => {
  const [group] = read([
    'groups:', '- name: api', '  interval: 1m30s', '  rules:', '  - alert: Down', '    expr: up == 0', '    for: 5m', '    keep_firing_for: 1m',
    '    labels: {severity: critical}', '    annotations:', '      summary: "{{ $labels.instance }} is down"', '  - record: job:up:sum', '    expr: sum by (job) (up)', '',
  ].join('\n')).groups
  expect(group).toMatchObject({ name: 'api', place: { line: 2, column: 3 }, interval: 90_000 })
  expect(group?.rules).toMatchObject([
    {
      kind: 'alert', name: 'Down', place: { line: 5, column: 5 }, expr: 'up == 0', exprPlace: { line: 6, column: 11 }, for: 300_000, keepFiringFor: 60_000,
      labels: new Map([['severity', { value: 'critical', place: { line: 9, column: 14 }, shows: [] }]]),
      annotations: new Map([['summary', { value: '{{ $labels.instance }} is down', place: { line: 11, column: 7 }, shows: ['instance'] }]]),
      expression: { type: 'vector', selectors: [{ metric: 'up' }] },
    },
    { kind: 'record', name: 'job:up:sum', for: null, keepFiringFor: null, labels: new Map(), annotations: new Map() },
  ])
})

test('what is wrong, all of it, each where it stands', () => {
  expect(problems([
    'groups:', '- name: a', '  interval: 5', '  nope: 1', '  rules:', '  - alert: A', '    record: b', '    expr: |', '      sum(', '      up', '    for: 5m', '    labels: {a-b: c}',
    '    annotations: {summary: "{{ nope }}"}', '- name: a', '',
  ].join('\n')).sort()).toEqual([
    'duration 3:13 5',
    'label-name 12:14 a-b',
    'not-in-record 11:5 for',
    'not-in-record 13:5 annotations',
    'promql 8:11 3:1: unclosed left parenthesis',
    'record-and-alert 6:5',
    'repeated-group 14:3 a',
    'template 13:19 summary | function "nope" not defined',
    'unknown-field 4:3 nope',
  ])
})

test.each([
  ['a rule that is none', 'groups: [{name: a, rules: [{expr: up}]}]', 'missing-field 1:28 record, alert'],
  ['text where a list is asked for', 'groups: nope', 'shape 1:9 […] | nope'],
  ['a list where text is asked for', 'groups: [{name: [a]}]', 'shape 1:17 "…" | […]'],
  ['an alias that names nothing', 'groups:\n- name: *a', 'undefined-alias 2:9 a'],
])('%s', (_, text, problem) => expect(problems(text)[0]).toBe(problem))

test('the alert rules of Grafana are not of this kind', () => {
  expect(recognise(new TextEncoder().encode('apiVersion: 1\ngroups:\n- name: a\n  rules: []\n'))).toBeNull()
})
