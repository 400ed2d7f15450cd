import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { governmentBaseline } from '../testing/government-baseline'
import { unknownLabel } from './unknown-label'

const rules = (expr: string) => `groups:\n- name: g\n  rules:\n  - alert: A\n    expr: '${expr}'\n`

test.each([
  ['a label of the catalogue', 'portal_active_connections{env="x"} > 1', []],
  ['one of the targets', 'portal_active_connections{component="api"} > 1', []],
  ['one that Prometheus adds', 'portal_active_connections{instance="x", job="y"} > 1', []],
  ['one that the platform adds', 'portal_active_connections{region="gru"} > 1', []],
  ['a bucket of a histogram', 'portal_message_latency_seconds_bucket{le="1"} > 1', []],
  ['one that it has not', 'portal_active_connections{room="x"} > 1', ['unknown-label 5:11']],
  ['an expression that it cannot match', 'portal_active_connections{room=~"x.+"} > 1', ['unknown-label 5:11']],
  ['that it be there', 'portal_active_connections{room!=""} > 1', ['unknown-label 5:11']],
  ['that it be another', 'portal_active_connections{room!="x"} > 1', ['idle-matcher 5:11']],
  ['an expression that nothing matches too', 'portal_active_connections{room=~".*"} > 1', ['idle-matcher 5:11']],
  ['that it not be there', 'portal_active_connections{room=""} > 1', ['idle-matcher 5:11']],
  ['one of a target', 'up{service="fastapi"} == 0', []],
  ['one that no target has', 'up{room="x"} == 0', ['unknown-label 5:11']],
  ['of a metric whose labels are not known', 'node_cpu_seconds_total{mode="idle"} > 1', []],
])('%s', (_, expr, expected) => expect(found(unknownLabel, rules(expr), { baseline: governmentBaseline })).toEqual(expected))

test('labels of what was exposed are known too', () => {
  const others = { exposition: '# TYPE portal_logins_total counter\nportal_logins_total{role="clerk"} 1\n' }
  expect(found(unknownLabel, rules('portal_logins_total{role="x"} > 1'), { baseline: governmentBaseline, others })).toEqual([])
  expect(found(unknownLabel, rules('portal_logins_total{room="x"} > 1'), { baseline: governmentBaseline, others })).toEqual(['unknown-label 5:11'])
})

test('nothing is said where a service finds the targets, or no job is known', () => {
  const others = { config: 'scrape_configs:\n- job_name: api\n  dns_sd_configs:\n  - names: [a]\n' }
  expect(found(unknownLabel, rules('portal_active_connections{room="x"} > 1'), { baseline: governmentBaseline, others })).toEqual([])
  expect(found(unknownLabel, rules('portal_active_connections{room="x"} > 1'), { baseline: { metrics: governmentBaseline.metrics } })).toEqual([])
})
