import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { httpAlerts } from './http-alerts'

const answer = (...all: [name: string, state: string][]) => JSON.stringify({
  status: 'success', data: { alerts: all.map(([alertname, state]) => ({ labels: { alertname }, annotations: {}, state, activeAt: '2026-11-26T10:00:00Z' })) },
})
const rules = `groups:
- name: g
  rules:
  - record: job:http_requests:rate5m
    expr: sum by (job) (rate(http_requests_total[5m]))
  - alert: Errors
    expr: sum(rate(http_requests_total{status=~"5.."}[5m])) > 1
  - alert: Slow
    expr: histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 1
  - alert: Quiet
    expr: job:http_requests:rate5m < 1
  - alert: DiskFull
    expr: node_filesystem_avail_bytes < 1
  - alert: Proxy
    expr: rate(caddy_http_requests_total[5m]) > 1
`

test.each([
  ['one over a counter of requests', answer(['Errors', 'firing']), []],
  ['one over a histogram of their duration', answer(['Slow', 'firing']), []],
  ['one over a series that is recorded from them', answer(['Quiet', 'firing']), []],
  ['one among others', answer(['DiskFull', 'firing'], ['Errors', 'firing']), []],
  ['one over something else', answer(['DiskFull', 'firing']), ['none-firing 1:1']],
  ['one over the requests of the proxy', answer(['Proxy', 'firing']), ['none-firing 1:1']],
  ['one that is pending', answer(['Errors', 'pending']), ['none-firing 1:1']],
  ['one that no rule defines', answer(['Other', 'firing']), ['none-firing 1:1']],
  ['none', answer(), ['none-firing 1:1']],
])('%s', (_, text, expected) => {
  expect(found(httpAlerts, text, { others: { rules } })).toEqual(expected)
})

test('without rules nobody knows what an alert is over', () => {
  expect(found(httpAlerts, answer(['Errors', 'firing']))).toEqual(['rules-missing 1:1'])
})
