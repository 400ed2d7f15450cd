import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { unreachableRoute } from './unreachable-route'

const config = (children: string) => `route:\n  receiver: team\n  routes:\n${children}\nreceivers:\n- name: team\n- name: other`
const rules = (...alerts: string[]) => `groups:\n- name: a\n  rules:\n${alerts.map((alert, index) => `  - alert: A${index}\n    ${alert}`).join('\n')}`
const alert = (labels: string, expr = 'up == 0') => `expr: ${expr}\n    labels: ${labels}`

const bySeverity = '  - match: { severity: critical }\n  - match: { severity: warning }\n'
const byComponent = '  - match: { component: db }\n'

test.each([
  ['by the values of one label', bySeverity, []],
  ['the same twice', `${byComponent}${byComponent}`, ['covered 5:5']],
  ['contradicting itself', `  - matchers: [ 'a="x"', 'a="y"' ]\n`, ['impossible 4:5']],
  ['contradicting the one above, which is told once for all below', `  - match: { a: x }\n    routes:\n    - match: { a: y }\n      routes:\n      - match: { b: z }\n`, ['impossible 6:7']],
  ['by another label than those before', bySeverity + byComponent, ['rules-missing 6:5']],
  ['by another label than one that continues', `  - match: { severity: critical }\n    continue: true\n${byComponent}`, []],
])('without rules: %s', (_, children, expected) => {
  expect(found(unreachableRoute, config(children))).toEqual(expected)
})

test.each([
  ['every alert is taken before', bySeverity + byComponent, [alert('{ severity: critical, component: db }'), alert('{ severity: warning, component: db }'), alert('{ severity: info, component: web }')], ['taken 6:5']],
  ['an alert may carry the label from what is scraped', bySeverity + byComponent, [alert('{ severity: critical }'), alert('{ severity: warning }'), alert('{ severity: info }')], []],
  ['one alert is not', bySeverity + byComponent, [alert('{ severity: critical }'), alert('{ severity: warning }'), alert('{ severity: info, component: db }')], []],
  ['an alert without the label that those before ask for', bySeverity + byComponent, [alert('{ severity: critical }'), alert('{ severity: warning }'), alert('{ component: db }')], []],
  ['no alert has the label', bySeverity, [alert('{ severity: critical }')], ['no-such-alert 5:5']],
  ['a label that the expression may carry', '  - match: { job: postgres }\n', [alert('{ severity: critical }')], []],
  ['a label that the expression has summed away', '  - match: { job: postgres }\n', [alert('{ severity: critical }', 'sum(up) == 0')], ['no-such-alert 4:5']],
  ['a label that is a template', '  - match: { severity: page }\n', [alert(`{ severity: '{{ $labels.level }}' }`)], []],
  ['the name of an alert', '  - match: { alertname: A0 }\n  - match: { alertname: B }\n', [alert('{ severity: critical }')], ['no-such-alert 5:5']],
  ['a route that nothing can pass, and its children once', `  - {}\n  - match: { severity: critical }\n    routes:\n    - match: { component: db }\n`, [alert('{ severity: critical, component: db }')], ['covered 5:5']],
])('with rules: %s', (_, children, alerts, expected) => {
  expect(found(unreachableRoute, config(children), { others: { rules: rules(...alerts) } })).toEqual(expected)
})

test('a label that Prometheus adds to every alert', () => {
  const given = { rules: rules(alert('{ severity: critical }', 'sum(up) == 0')), prometheus: 'global: { external_labels: { env: prod } }\nscrape_configs: []' }
  expect(found(unreachableRoute, config('  - match: { env: prod }\n'), { others: given })).toEqual([])
  expect(found(unreachableRoute, config('  - match: { env: test }\n'), { others: given })).toEqual(['no-such-alert 4:5'])
})
