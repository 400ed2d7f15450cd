import { expect, test } from 'vitest'
import type { Baseline } from '@/lib/domain/baseline'
import { found, saidOfRows } from '../testing/found'
import { routes } from './routes'

const alertRoutes: Baseline['alertRoutes'] = [
  { match: { severity: 'critical' }, receiver: 'on-call', groupWait: '0s', repeatInterval: '1h' },
  { match: { component: 'db' }, receiver: 'dba', groupWait: null, repeatInterval: null },
  { match: {}, receiver: 'team', groupWait: '10s', repeatInterval: '4h' },
]
const config = (children: string, receivers = ['team', 'on-call', 'dba'], top = 'group_wait: 10s') =>
  `route:\n  receiver: team\n  ${top}\n  routes:\n${children}\nreceivers:\n${receivers.map(name => `- name: ${name}`).join('\n')}`
const rules = (...labels: string[]) => `groups:\n- name: a\n  rules:\n${labels.map((set, index) => `  - alert: A${index}\n    expr: up == 0\n    labels: ${set}`).join('\n')}`

const onCall = '  - match: { severity: critical }\n    receiver: on-call\n    group_wait: 0s\n    repeat_interval: 1h\n'
const dba = '  - match: { component: db }\n    receiver: dba\n'
const dbaToo = `${dba}    continue: true\n`

test.each([
  ['all as the table says', dbaToo + onCall, []],
  ['the same time written otherwise', dbaToo + onCall.replace('1h', '60m'), []],
  ['new matchers', dbaToo + onCall.replace('match: { severity: critical }', `matchers: [ 'severity=~"critical|page"' ]`), []],
  ['another receiver', `${dbaToo}${onCall.replace('receiver: on-call', 'receiver: dba')}`, ['other-receiver 8:5']],
  ['a row without a route ends at the root', dbaToo, ['other-receiver 2:3']],
  ['another wait, where it is written', dbaToo + onCall.replace('0s', '5s'), ['group-wait 10:5']],
  ['a wait taken from the root, where that is', dbaToo + onCall.replace('    group_wait: 0s\n', ''), ['group-wait 3:3']],
  ['a preset interval stands at the route', dbaToo + onCall.replace('    repeat_interval: 1h\n', ''), ['repeat-interval 8:5']],
  ['no rules, and a row that another diverts', onCall + dba, ['rules-missing 9:5']],
])('%s', (_, children, expected) => {
  expect(found(routes, config(children), { baseline: { alertRoutes } })).toEqual(expected)
})

test.each([
  ['every alert of a row carries labels that lead it elsewhere', onCall + dba, ['{ severity: critical, component: db }'], ['not-reached 9:5']],
  ['one of them does not', onCall + dba, ['{ severity: critical, component: db }', '{ severity: warning, component: db }'], []],
  ['its severity is known only when it fires', onCall + dba, [`{ severity: '{{ $labels.level }}', component: db }`], []],
  ['no alert of the row at all', onCall + dba, ['{ severity: critical }'], []],
  ['both hear of it', dbaToo + onCall, ['{ severity: critical, component: db }'], []],
])('with rules: %s', (_, children, labels, expected) => {
  expect(found(routes, config(children), { baseline: { alertRoutes }, others: { rules: rules(...labels) } })).toEqual(expected)
})

test('a receiver that the table does not name is told, and fails nothing', () => {
  expect(found(routes, config(dbaToo + onCall, ['team', 'on-call', 'dba', 'extra']), { baseline: { alertRoutes } })).toEqual(['not-in-table 17:3'])
})

test('without a table nothing can be told', () => {
  expect(found(routes, config(onCall))).toEqual(['no-table 2:3'])
})

test.each([
  ['all as the table says', dbaToo + onCall, ['as asked', 'as asked', 'as asked']],
  ['another receiver', `${dbaToo}${onCall.replace('receiver: on-call', 'receiver: dba')}`, ['other-receiver', 'as asked', 'as asked']],
  ['other times', dbaToo + onCall.replace('0s', '5s').replace('1h', '2h'), ['group-wait, repeat-interval', 'as asked', 'as asked']],
  ['one that may be diverted', onCall + dba, ['as asked', 'rules-missing', 'as asked']],
])('row by row: %s', (_, children, expected) => {
  expect(saidOfRows(routes, 'alertRoutes', config(children), { baseline: { alertRoutes } })).toEqual(expected)
})

test('row by row: one whose alerts all go elsewhere', () => {
  const others = { rules: rules('{ severity: critical, component: db }') }
  expect(saidOfRows(routes, 'alertRoutes', config(onCall + dba), { baseline: { alertRoutes }, others })).toEqual(['as asked', 'not-reached', 'as asked'])
})

test('a time of the table that is none cannot be told', () => {
  const table = alertRoutes.map(row => ({ ...row, groupWait: row.groupWait && 'soon' }))
  expect(saidOfRows(routes, 'alertRoutes', config(dbaToo + onCall), { baseline: { alertRoutes: table } })).toEqual(['', 'as asked', ''])
})
