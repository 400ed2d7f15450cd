import { expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { findingWords } from '@/lib/i18n/checks/words'
import { runChecks } from '../run'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { orphanAlert } from './orphan-alert'

const rules = (expr: string) => `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: ${expr}\n`
const exposition = '# TYPE portal_logins_total counter\nportal_logins_total 1\n# TYPE portal_wait_seconds histogram\nportal_wait_seconds_bucket{le="+Inf"} 1\nportal_wait_seconds_sum 1\nportal_wait_seconds_count 1\n'
const config = (job: string, target: string) => `scrape_configs:\n- job_name: ${job}\n  static_configs:\n  - targets: ['${target}']\n`

test.each([
  ['a gauge of the catalogue', 'portal_active_connections > 1', []],
  ['a histogram of the catalogue, by its buckets', 'rate(portal_message_latency_seconds_bucket[5m]) > 1', []],
  ['and by its bare name, which no sample has', 'portal_message_latency_seconds > 1', ['orphan 5:11']],
  ['a mistyped metric of the catalogue', 'portal_active_conections > 1', ['orphan 5:11']],
  ['another name for what the catalogue has', 'websocket_connections_active > 1', ['orphan 5:11']],
  ['an HTTP metric, which the catalogue says nothing of', 'rate(http_messages_total[5m]) > 1', ['uncatalogued 5:11']],
  ['what nothing speaks of', 'queue_depth > 1', ['uncatalogued 5:11']],
  ['what Prometheus writes itself', 'up == 0 or ALERTS == 1', []],
  ['a metric of an exporter that is scraped', 'node_load1 > 1', []],
  ['a mistyped one', 'node_memory_MemAvailble_bytes < 1', ['orphan 5:11']],
  ['one that is not among those known', 'node_hwmon_chip_names > 1', ['unlisted 5:11']],
  ['one of an exporter that is only proposed, and may be there by now', 'caddy_http_requests_total > 1', ['uncatalogued 5:11']],
  ['one of an exporter that nobody scrapes', 'redis_up == 0', ['not-scraped 5:11']],
  ['one that any program has', 'process_resident_memory_bytes > 1', []],
  ['one of the platform', 'fly_instance_up == 0', []],
  ['a mistyped one of the platform', 'fly_instance_upp == 0', ['orphan 5:11']],
  ['two, each once', 'queue_depth / queue_size > queue_depth', ['uncatalogued 5:11', 'uncatalogued 5:11']],
  ['an expression that fits metrics which are there', '\'count({__name__=~"portal_active.*"}) > 1\'', []],
  ['an expression that fits none', '\'count({__name__=~"portals_.*"}) > 1\'', ['uncatalogued 5:11']],
  ['no one metric', '\'{job="api"} == 0\'', []],
])('%s', (_, expr, expected) => expect(found(orphanAlert, rules(expr), { baseline: governmentBaseline })).toEqual(expected))

test('a metric that another file records is there', () => {
  const recorded = 'groups:\n- name: r\n  rules:\n  - record: job:up:sum\n    expr: sum by (job) (up)\n'
  expect(found(orphanAlert, rules('job:up:sum < 1'), { others: { recorded } })).toEqual([])
  expect(found(orphanAlert, rules('job:up:sum < 1'))).toEqual(['uncatalogued 5:11'])
})

test('where the answer of /metrics is given, what it lacks is an orphan', () => {
  const others = { exposition }
  expect(found(orphanAlert, rules('rate(portal_logins_total[5m]) > 1'), { others })).toEqual([])
  expect(found(orphanAlert, rules('rate(portal_wait_seconds_count[5m]) > 1'), { others })).toEqual([])
  expect(found(orphanAlert, rules('queue_depth > 1'), { others })).toEqual(['orphan 5:11'])
})

test('an answer of an exporter alone says nothing of the application', () => {
  expect(found(orphanAlert, rules('queue_depth > 1'), { others: { exposition: '# TYPE node_load1 gauge\nnode_load1 1\n' } })).toEqual(['uncatalogued 5:11'])
})

test.each([
  ['by its name', config('redis', 'cache:1234'), []],
  ['by its port', config('cache', 'cache:9121'), []],
  ['by its address', config('cache', 'redis-exporter:1234'), []],
  ['not', config('cache', 'cache:1234'), ['not-scraped 5:11']],
  ['perhaps, by a service that finds its targets', 'scrape_configs:\n- job_name: all\n  dns_sd_configs:\n  - names: [a]\n', []],
  ['perhaps, in a file that is not seen', `${config('cache', 'cache:1234')}scrape_config_files: [more.yml]\n`, []],
])('a configuration scrapes an exporter %s', (_, given, expected) => {
  expect(found(orphanAlert, rules('redis_up == 0'), { others: { given } })).toEqual(expected)
})

test('where no job is known, an exporter may or may not be scraped', () => {
  expect(found(orphanAlert, rules('redis_up == 0'))).toEqual(['uncatalogued 5:11'])
})

test('names that may be meant are suggested, those alike first', () => {
  const words = (expr: string) => runChecks([{ name: 'a', bytes: new TextEncoder().encode(rules(expr)) }], { ...emptyBaseline, ...governmentBaseline }, '2026-11-26')[0]
    ?.findings.filter(({ check }) => check === 'rules/orphan-alert').map(finding => findingWords(finding, 'en'))
  expect(words('portal_active_conections > 1')).toEqual(['A asks for portal_active_conections, which does not exist. Similar names: portal_active_connections.'])
  expect(words('websocket_messages_received_total > 1')?.[0]).toContain('Similar names: portal_message')
})
