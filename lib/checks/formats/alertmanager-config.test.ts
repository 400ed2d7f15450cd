import { expect, test } from 'vitest'
import { readYaml } from '../syntax/yaml'
import { recognise } from '../recognise'
import { alertmanagerConfig } from './alertmanager-config'

const bytes = (text: string) => new TextEncoder().encode(text)

function read(text: string) {
  const tree = readYaml(text)
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems))
  return alertmanagerConfig.read(tree.value)
}

test.each([
  ['a field that does not exist', 'route:\n  receiver: team\n  recever: x\nreceivers:\n- name: team', 'unknown-field 3:3 recever'],
  ['a receiver that is not defined', 'route:\n  receiver: nobody\nreceivers:\n- name: team', 'undefined-name 2:13 receiver'],
  ['a receiver twice', 'route:\n  receiver: team\nreceivers:\n- name: team\n- name: team', 'duplicate-name 5:3 receivers'],
  ['no route', 'receivers:\n- name: team', 'missing-field 1:1 route'],
  ['matchers at the root', 'route:\n  receiver: team\n  match: { a: b }\nreceivers:\n- name: team', 'misplaced-field 3:3 match'],
  ['Slack without an address', 'route:\n  receiver: team\nreceivers:\n- name: team\n  slack_configs:\n  - channel: "#a"', 'missing-field 6:5 api_url / api_url_file / global.slack_api_url / global.slack_api_url_file'],
  ['a duration of no unit', 'route:\n  receiver: team\n  group_wait: 30\nreceivers:\n- name: team', 'invalid-value 3:15 group_wait'],
  ['a list where a name belongs', 'route:\n  receiver: [team]\nreceivers:\n- name: team', 'shape 2:13 undefined'],
])('refused with its place: %s', (_, text, expected) => {
  const result = read(text)
  expect(result.ok ? [] : result.problems.map(({ place, reason, values }) => `${reason} ${place.line}:${place.column} ${values?.field}`)).toContain(expected)
})

test('a credential never stands in a problem', () => {
  const result = read('route: {receiver: team}\nreceivers: [{name: team, slack_configs: [{api_url: hooks.slack.example/T0/B0/hush, api_url_file: /f}]}]')
  expect(result.ok).toBe(false)
  expect(JSON.stringify(result)).not.toContain('hush')
})

test('old and new matchers are read alike', () => {
  const result = read(`
route:
  receiver: team
  routes:
  - match: { severity: critical }
    match_re: { service: 'front|back' }
    matchers: [ 'env != "test"', '{region=~"us-.*", tier="1"}' ]
receivers:
- name: team
`)
  const matchers = result.ok ? result.value.route.routes[0]?.matchers ?? [] : []
  expect(matchers.map(({ label, operator, value }) => label + operator + value)).toEqual(['severity=critical', 'service=~front|back', 'env!=test', 'region=~us-.*', 'tier=1'])
})

test.each([
  ['its own', 'route:\n  receiver: team\nreceivers:\n- name: team', 'alertmanager-config'],
  ['its own, broken', 'route:\n  receiver: "team\nreceivers:\n- name: team', 'alertmanager-config'],
  ['the rules of Prometheus', 'groups:\n- name: a\n  rules: []', 'another'],
  ['a collector of OpenTelemetry, whose receivers are a map', 'receivers:\n  otlp: {}\nexporters: {}\nservice: {}', 'another'],
])('told by its content: %s', (_, text, expected) => {
  const told = recognise(bytes(text))
  expect(told?.format === 'alertmanager-config' ? told.format : 'another').toBe(expected)
})

test('values that nobody writes are refused, and none makes it throw', () => {
  const long = 'a'.repeat(400_000)
  const refused = ['match_re: { a: "LONG" }', 'matchers: [ "a=~LONG" ]', 'group_wait: LONG', 'group_by: [ LONG ]'].map(field =>
    read(`route: { receiver: r, routes: [ { ${field.replace('LONG', long)} } ] }\nreceivers: [ { name: r } ]`).ok)
  const templates = read(`route: { receiver: r }\nreceivers: [ { name: r, email_configs: [ { to: a, from: b, smarthost: 'c:25', html: ${long} } ] } ]\ntemplates: [ ${long} ]`)
  expect(refused).toEqual([false, false, false, false])
  expect(templates.ok ? [] : templates.problems.map(({ values }) => values?.field)).toEqual(['templates'])
})
