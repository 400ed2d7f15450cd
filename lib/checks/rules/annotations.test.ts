import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { annotations } from './annotations'

const rules = (set: string, severity = 'warning', expr = 'up == 0') =>
  `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: ${expr}\n    labels: {severity: ${severity}}\n    annotations: ${set}\n  - record: a\n    expr: up\n`
const both = 'summary: a, runbook_url: b'

test.each([
  ['both', rules(`{${both}}`), []],
  ['a runbook by its older name', rules('{summary: a, runbook: b}', 'critical'), []],
  ['none', rules('{}'), ['no-summary 4:5', 'no-runbook 4:5']],
  ['blank ones', rules('{summary: " ", runbook_url: ""}'), ['no-summary 4:5', 'no-runbook 4:5']],
  ['ones that are still to be written', rules('{summary: TODO, runbook_url: "<url>"}'), ['no-summary 4:5', 'no-runbook 4:5']],
  ['a critical alert without a runbook', rules('{summary: a}', 'critical'), ['critical-without-runbook 4:5']],
  ['a label that the expression keeps', rules(`{${both}, description: "{{ $labels.instance }}"}`), []],
  ['one that it aggregates away', rules(`{${both}, description: "{{ $labels.instance }}"}`, 'warning', 'sum(up) == 0'), ['lost-label 7:47']],
  ['one that it keeps by name', rules(`{${both}, description: "{{ .Labels.job }}"}`, 'warning', 'sum by (job) (up) == 0'), []],
  ['one that the rule adds, which templates do not see', rules(`{${both}, description: "{{ $labels.severity }}"}`, 'warning', 'sum(up) == 0'), ['lost-label 7:47']],
])('%s', (_, text, expected) => expect(found(annotations, text)).toEqual(expected))
