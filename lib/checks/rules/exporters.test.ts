import { expect, test } from 'vitest'
import { exporters } from './exporters'

test.each([
  ['node_exporter', 'node_filesystem_avail_bytes'], ['postgres_exporter', 'pg_stat_activity_count'], ['redis_exporter', 'redis_evicted_keys_total'],
  ['Prometheus', 'prometheus_rule_evaluation_failures_total'], ['Alertmanager', 'alertmanager_notifications_failed_total'],
  ['Caddy', 'caddy_http_request_duration_seconds_bucket'], ['Fly.io', 'fly_edge_http_response_time_seconds_bucket'],
])('%s has %s', (name, metric) => expect(exporters.find(one => one.name === name)?.names.has(metric)).toBe(true))

test('every name is one that Prometheus takes, and begins as its exporter does', () => {
  for (const { prefix, names } of exporters)
    for (const name of names) expect(name).toMatch(new RegExp(`^${prefix}[a-zA-Z0-9_]+$`))
})
