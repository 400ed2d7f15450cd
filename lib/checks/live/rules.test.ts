import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { rules } from './rules'

const down = { name: 'PortalDown', type: 'alerting', state: 'firing', health: 'ok', lastEvaluation: '2026-11-26T10:00:00Z' }
const slow = { ...down, name: 'PortalSlow', state: 'inactive' }
const recorded = { name: 'portal:rate', type: 'recording', health: 'ok', lastEvaluation: '2026-11-26T10:00:00Z' }
const never = '0001-01-01T00:00:00Z'
const answer = (...all: object[]) => `{"status": "success", "data": {"groups": [{"name": "portal", "interval": 15, "rules": [\n${all.map(rule => JSON.stringify(rule)).join(',\n')}\n]}]}}`

test.each([
  ['evaluated, and firing', answer(down, recorded), []],
  ['one that never fired', answer(down, slow), ['not-fired 3:1']],
  ['one with an error', answer(down, { ...recorded, health: 'err', lastError: 'many-to-many' }), ['unhealthy 3:1']],
  ['one that is not evaluated yet', answer(down, { ...recorded, health: 'unknown', lastEvaluation: never }), ['never-evaluated 3:1']],
  ['one that is left behind', answer(down, { ...recorded, lastEvaluation: '2026-11-26T09:50:00Z' }), ['behind 3:1']],
  ['only recording rules', answer(recorded), ['no-alerts 1:1']],
  ['no rules at all', '{"status": "success", "data": {"groups": []}}', ['no-alerts 1:1']],
  ['no rules, as Go writes nothing', '{"status": "success", "data": {"groups": null}}', ['no-alerts 1:1']],
  ['an answer of last month', answer({ ...down, lastEvaluation: '2026-10-20T10:00:00Z' }), ['old 1:1']],
])('%s', (_, text, expected) => {
  expect(found(rules, text)).toEqual(expected)
})

test('fewer alerts than the assessment counts', () => {
  expect(found(rules, answer(down), { baseline: { alertRules: { present: 2, reviewed: 2 } } })).toEqual(['fewer 1:1'])
})

test.each([
  ['a later answer of the same server', answer(down, { ...slow, state: 'firing' })],
  ['what fires', '{"status": "success", "data": {"alerts": [{"labels": {"alertname": "PortalSlow"}, "state": "firing"}]}}'],
  ['what reached Alertmanager', '[{"labels": {"alertname": "PortalSlow"}, "startsAt": "2026-11-26T10:00:00Z", "generatorURL": "http://prometheus:9090/graph?g0.expr=up", "receivers": [{"name": "a"}]}]'],
])('an alert may be shown to have fired by %s', (_, other) => {
  expect(found(rules, answer(down, slow), { others: { other } })).toEqual([])
})

test('one that is only pending has not fired', () => {
  const other = '{"status": "success", "data": {"alerts": [{"labels": {"alertname": "PortalSlow"}, "state": "pending"}]}}'
  expect(found(rules, answer(down, slow), { others: { other } })).toEqual(['not-fired 3:1'])
})

test('nor has one that was sent to Alertmanager by hand', () => {
  const other = '[{"labels": {"alertname": "PortalSlow"}, "startsAt": "2026-11-26T10:00:00Z", "generatorURL": "", "receivers": [{"name": "a"}]}]'
  expect(found(rules, answer(down, slow), { others: { other } })).toEqual(['not-fired 3:1'])
})
