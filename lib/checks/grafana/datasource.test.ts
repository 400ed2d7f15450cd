import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { datasource } from './datasource'

const keys = (...refs: unknown[]) => found(datasource, JSON.stringify({ title: 'a', panels: refs.map(ref => ({ type: 'stat', datasource: ref, targets: [{ expr: 'up' }] })) })).length

test.each([
  ['a uid', [{ type: 'prometheus', uid: 'P1' }], 1],
  ['a name, as in older ones', ['Prometheus'], 1],
  ['one uid twice is told once', [{ type: 'prometheus', uid: 'P1' }, { type: 'prometheus', uid: 'P1' }], 1],
  ['two uids', [{ type: 'prometheus', uid: 'P1' }, { type: 'loki', uid: 'L1' }], 2],
  ['a variable in each way to write it', [{ type: 'prometheus', uid: '${ds}' }, '$ds', '[[ds]]', { uid: '${DS_PROMETHEUS}' }], 0],
  ['the default one', [null, undefined, 'default', { type: 'prometheus' }], 0],
  ['those that Grafana brings with it', ['-- Mixed --', { type: 'datasource', uid: 'grafana' }, { type: 'datasource', uid: '-- Mixed --' }, '-- Grafana --'], 0],
])('%s', (_, refs, expected) => {
  expect(keys(...refs)).toBe(expected)
})

test('queries, variables and annotations are looked at too, at their place', () => {
  const text = `{ "title": "a",
"panels": [{ "type": "stat", "targets": [{ "expr": "up",
  "datasource": { "uid": "Q" } }] }],
"templating": { "list": [{ "name": "v", "type": "query",
  "datasource": { "uid": "V" } }] },
"annotations": { "list": [{ "name": "n",
  "datasource": "A" }] } }`
  expect(found(datasource, text)).toEqual(['hard-wired 3:3', 'hard-wired 5:3', 'hard-wired 7:3'])
})
