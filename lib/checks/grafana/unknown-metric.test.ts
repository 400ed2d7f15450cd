import { expect, test } from 'vitest'
import type { Baseline } from '@/lib/domain/baseline'
import { found } from '../testing/found'
import { unknownMetric } from './unknown-metric'

const dashboard = (...exprs: string[]) => `{ "title": "a", "panels": [{ "type": "stat", "title": "p", "targets": [\n${exprs.map(expr => `  { "expr": ${JSON.stringify(expr)} }`).join(',\n')}\n] }] }`
const metrics: Baseline['metrics'] = [{ name: 'portal_messages_sent_total', type: 'counter', labels: [] }, { name: 'portal_latency_seconds', type: 'histogram', labels: [] }]
const exposed = '# TYPE http_requests_total counter\nhttp_requests_total 5\n'
const prometheus = 'scrape_configs:\n- job_name: postgres\n  static_configs:\n  - targets: [ "db:9187" ]\n'

test.each([
  ['of the catalogue', ['rate(portal_messages_sent_total[5m])', 'rate(portal_latency_seconds_bucket[5m])'], {}, []],
  ['mistyped', ['rate(portal_mesages_sent_total[5m])'], {}, ['orphan 2:5']],
  ['a histogram without its suffix, told once', ['portal_latency_second', 'portal_latency_second > 1'], {}, ['orphan 2:5']],
  ['of an endpoint that was given', ['http_requests_total'], { exposed }, []],
  ['of none that was given', ['fancy_things'], { exposed }, ['orphan 2:5']],
  ['of none that is known', ['fancy_things'], {}, ['uncatalogued 2:5']],
  ['of an exporter that is scraped', ['pg_stat_activity_count'], { prometheus }, []],
  ['of an exporter that no job scrapes', ['redis_up'], { prometheus }, ['not-scraped 2:5']],
  ['recorded by a rule', ['job:requests:rate5m'], { exposed, rules: 'groups:\n- name: a\n  rules:\n  - record: job:requests:rate5m\n    expr: up\n' }, []],
  ['a name with a variable in it', ['pg_${what}_count', '$metric'], { exposed }, []],
  ['Prometheus\' own', ['up == 0'], { exposed }, []],
])('%s', (_, exprs, others, expected) => {
  expect(found(unknownMetric, dashboard(...exprs), { baseline: { metrics }, others })).toEqual(expected)
})

test.each([
  ['of a series that is exposed', 'label_values(http_requests_total{job="api"}, instance)', []],
  ['of one that nothing exposes', 'label_values(fancy_things{job="a, b"}, instance)', ['empty-variable 2:1']],
  ['of the result of a query over one', 'query_result(sum by (a) (fancy_things))', ['empty-variable 2:1']],
  ['of any series', 'label_values(instance)', []],
  ['of a series that another variable names', 'label_values($metric, instance)', []],
  ['of names', 'metrics(http_.*)', []],
  ['in no way that is known', 'label_values((, instance)', []],
])('values of a variable %s', (_, query, expected) => {
  const text = `{ "title": "a", "panels": [], "templating": { "list": [\n${JSON.stringify({ name: 'instance', type: 'query', query })}] } }`
  expect(found(unknownMetric, text, { others: { exposed } })).toEqual(expected)
})
