import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { inhibitions } from './inhibitions'

const table = [{ source: { alertname: 'Down', severity: 'critical' }, target: { severity: 'warning' }, equal: ['instance'] }]
const config = (...rules: string[]) => `route: { receiver: team }\nreceivers: [ { name: team } ]\ninhibit_rules: [\n${rules.map(rule => `  { ${rule} },\n`).join('')}]`
const source = 'source_match: { alertname: Down, severity: critical }'
const target = 'target_match: { severity: warning }'

test.each([
  ['as the table says', [`${source}, ${target}, equal: [ instance ]`], []],
  ['with new matchers', [`source_matchers: [ 'alertname="Down"', 'severity="critical"' ], target_matchers: [ 'severity=~"warning"' ], equal: [ instance ]`], []],
  ['none at all', [], ['missing 3:1']],
  ['the other way round', [`source_match: { severity: warning }, target_match: { alertname: Down, severity: critical }, equal: [ instance ]`], ['missing 3:1', 'not-in-table 4:3']],
  ['other equal labels', [`${source}, ${target}, equal: [ job ]`], ['equal-differs 4:3']],
  ['no equal labels', [`${source}, ${target}`], ['equal-differs 4:3']],
  ['more equal labels', [`${source}, ${target}, equal: [ instance, job ]`], ['equal-differs 4:3']],
  ['a source of more alerts', [`source_match: { severity: critical }, ${target}, equal: [ instance ]`], ['broader 4:3']],
  ['a target of any alert', [`${source}, equal: [ instance ]`], ['broader 4:3']],
  ['a broad one beside the exact one', [`source_match: { severity: critical }, ${target}, equal: [ instance ]`, `${source}, ${target}, equal: [ instance ]`], []],
  ['one more than the table has', [`${source}, ${target}, equal: [ instance ]`, 'source_match: { alertname: Maintenance }, equal: [ instance ]'], ['not-in-table 5:3']],
])('%s', (_, rules, expected) => {
  expect(found(inhibitions, config(...rules), { baseline: { inhibitions: table } })).toEqual(expected)
})

test('without a table nothing can be told', () => {
  expect(found(inhibitions, config(`${source}, ${target}`))).toEqual(['no-table 3:1'])
})

test.each([
  ['as the table says', [`${source}, ${target}, equal: [ instance ]`], ['as asked']],
  ['none at all', [], ['missing']],
  ['other equal labels', [`${source}, ${target}, equal: [ job ]`], ['equal-differs']],
  ['a source of more alerts', [`source_match: { severity: critical }, ${target}, equal: [ instance ]`], ['broader']],
])('row by row: %s', (_, rules, expected) => {
  expect(saidOfRows(inhibitions, 'inhibitions', config(...rules), { baseline: { inhibitions: table } })).toEqual(expected)
})
