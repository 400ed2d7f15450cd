import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { proxyPanel } from './proxy-panel'

const dashboard = (...exprs: string[]) => JSON.stringify({ title: 'a', panels: exprs.map(expr => ({ type: 'timeseries', title: expr, targets: [{ expr }] })) })
const latency = 'histogram_quantile(0.95, sum by (le) (rate(caddy_http_request_duration_seconds_bucket[5m])))'

test.each([
  ['all of Caddy', [latency, 'rate(caddy_http_request_duration_seconds_count[5m])', 'rate(caddy_http_request_errors_total[5m])'], []],
  ['errors as a class of answers', [latency, 'rate(caddy_http_request_duration_seconds_count{code=~"5.."}[5m])'], []],
  ['answers told apart by status', [latency, 'sum by (code) (rate(caddy_http_request_duration_seconds_count[5m]))'], []],
  ['all of Fly', ['histogram_quantile(0.95, rate(fly_edge_http_response_time_seconds_bucket[5m]))', 'sum by (status) (rate(fly_edge_http_responses_count[5m]))'], []],
  ['no errors', [latency, 'rate(caddy_http_request_duration_seconds_count{code="200"}[5m])'], ['no-aspect 1:1']],
  ['latency alone', [latency], ['no-aspect 1:1', 'no-aspect 1:1']],
  ['nothing of the proxy', ['http_requests_total'], ['no-panel 1:1']],
])('%s', (_, exprs, expected) => {
  expect(found(proxyPanel, dashboard(...exprs))).toEqual(expected)
})

test('another dashboard shows it', () => {
  const proxy = dashboard(latency, 'sum by (code) (rate(caddy_http_request_duration_seconds_count[5m]))')
  expect(found(proxyPanel, dashboard('up'), { others: { proxy } })).toEqual([])
})
