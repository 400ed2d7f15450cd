import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { names } from './names'

const family = (name: string, type: string, labels = '') => `# TYPE ${name} ${type}\n${name}${labels} 1\n`

test.each([
  ['a counter without _total', family('portal_messages', 'counter'), ['counter-without-total 1:1']],
  ['a gauge that ends in _total', family('portal_messages_total', 'gauge'), ['total-without-counter 1:1']],
  ['milliseconds', family('portal_wait_milliseconds', 'gauge'), ['not-base-unit 1:1']],
  ['hours', family('portal_hours_open', 'gauge'), ['not-base-unit 1:1']],
  ['seconds', family('portal_wait_seconds', 'gauge'), []],
  ['an abbreviation', family('portal_wait_ms', 'gauge'), ['abbreviated-unit 1:1']],
  ['the name of a recording rule', family('portal:wait', 'gauge'), ['colon 1:1']],
  ['a type in the name', family('portal_gauge_wait', 'gauge'), ['type-in-name 1:1']],
  ['camel case in a label', family('portal_wait', 'gauge', '{userRole="a"}'), ['camel-case 1:1']],
  ['a gauge with a label of histograms', family('portal_wait', 'gauge', '{le="1"}'), ['reserved-label 2:13']],
  ['a gauge that ends in _count', family('portal_count', 'gauge'), ['reserved-suffix 1:1']],
  ['no type, of which nothing is known', 'portal_count{le="1"} 1\n', []],
  ['a name as it should be', family('portal_messages_total', 'counter'), []],
  ['metrics of other programs, once', family('node_memory_MemFree_kilobytes', 'gauge') + family('pg_stat_database_blks_hit', 'counter'), ['foreign 1:1']],
  ['a counter of OpenMetrics, whose TYPE is without _total', '# TYPE portal_messages counter\nportal_messages_total 1\n# EOF\n', []],
])('%s', (_, text, expected) => {
  expect(found(names, text)).toEqual(expected)
})

test('a name that the assessment asks for is not the application to change', () => {
  const metrics = [{ name: 'portal_wait_ms', type: 'gauge' as const, labels: [] }]
  expect(found(names, family('portal_wait_ms', 'gauge'), { baseline: { ...governmentBaseline, metrics } })).toEqual([])
})
