import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { catalogue } from './catalogue'

const metrics = [
  { name: 'portal_connections', type: 'gauge' as const, labels: ['env'] },
  { name: 'portal_messages_total', type: 'counter' as const, labels: ['env', 'role'] },
]
const gauge = '# TYPE portal_connections gauge\nportal_connections{env="prod"} 1\n'
const counter = '# TYPE portal_messages_total counter\nportal_messages_total{env="prod",role="a"} 1\n'

test.each([
  ['all there', gauge + counter, []],
  ['one that is not', gauge, ['missing 1:1']],
  ['another type', gauge.replace('gauge\n', 'counter\n') + counter, ['wrong-type 1:1']],
  ['no type', gauge.replace(/#.*\n/, '') + counter, ['wrong-type 1:1']],
  ['a label that is not there', gauge.replace('{env="prod"}', '') + counter, ['missing-label 1:1']],
  ['a label that one series lacks', `${gauge}portal_connections 2\n${counter}`, ['missing-label 1:1']],
  ['a label that nobody asked for', gauge.replace('env=', 'pid="1",env=') + counter, ['other-label 2:20']],
  ['declared and without a sample', `# TYPE portal_connections gauge\n${counter}`, ['no-samples 1:1']],
  ['a counter of OpenMetrics', `${gauge}# TYPE portal_messages counter\nportal_messages_total{env="prod",role="a"} 1\n# EOF\n`, []],
  ['the endpoint of an exporter', '# TYPE pg_up gauge\npg_up 1\ngo_goroutines 3\n', ['other-endpoint 1:1']],
  ['an application that exposes only what its runtime does', '# TYPE go_goroutines gauge\ngo_goroutines 3\n', ['missing 1:1', 'missing 1:1']],
])('%s', (_, text, expected) => {
  expect(found(catalogue, text, { baseline: { metrics } })).toEqual(expected)
})

test('another endpoint that is given with it may have the rest', () => {
  expect(found(catalogue, gauge, { baseline: { metrics }, others: { worker: counter } })).toEqual([])
})

test('without a catalogue nothing can be told', () => {
  expect(found(catalogue, gauge)).toEqual(['no-catalogue 1:1'])
})

test.each([
  ['both there', gauge + counter, {}, ['as asked', 'as asked']],
  ['one that is not', gauge, {}, ['as asked', 'missing']],
  ['one that another endpoint has', gauge, { worker: counter }, ['as asked', '']],
  ['one without a sample', `# TYPE portal_connections gauge\n${counter}`, {}, ['no-samples', 'as asked']],
  ['another type and a label more', gauge.replace('gauge\n', 'counter\n').replace('env=', 'pid="1",env=') + counter, {}, ['wrong-type, other-label', 'as asked']],
  ['the endpoint of an exporter', '# TYPE pg_up gauge\npg_up 1\n', {}, ['', '']],
])('row by row: %s', (_, text, others, expected) => {
  expect(saidOfRows(catalogue, 'metrics', text, { baseline: { metrics }, others })).toEqual(expected)
})
