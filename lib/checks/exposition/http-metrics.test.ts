import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { httpMetrics } from './http-metrics'

const requests = (labels = 'path="/a",status="200"', name = 'http_requests_total', type = 'counter') => `# TYPE ${name} ${type}\n${name}{${labels}} 1\n`
const duration = (labels = 'path="/a",status="200"', name = 'http_request_duration_seconds') =>
  `# TYPE ${name} histogram\n${name}_bucket{${labels},le="+Inf"} 1\n${name}_sum{${labels}} 1\n${name}_count{${labels}} 1\n`

test.each([
  ['both', requests() + duration(), []],
  ['other usual names', requests('handler="/a",code="200"', 'portal_http_requests_total') + duration('http_route="/a",http_response_status_code="200"', 'http_server_request_duration_seconds'), []],
  ['a histogram alone, whose count serves', duration(), []],
  ['no duration', requests(), ['no-duration 1:1']],
  ['neither', 'portal_connections 1\n', ['no-requests 1:1', 'no-duration 1:1']],
  ['a gauge of requests', requests(undefined, undefined, 'gauge') + duration(), ['requests-not-counter 1:1']],
  ['a summary of durations', `${requests()}# TYPE http_request_duration_seconds summary\nhttp_request_duration_seconds_sum{path="/",status="200"} 1\nhttp_request_duration_seconds_count{path="/",status="200"} 1\n`, ['duration-not-histogram 3:1']],
  ['durations without a status', requests() + duration('path="/a",method="GET"'), ['no-status-label 3:1']],
  ['requests without an endpoint', requests('status="200"') + duration(), ['no-endpoint-label 1:1']],
  ['two histograms, of which one has the labels', `${requests()}${duration('method="GET"', 'http_request_duration_highr_seconds')}${duration()}`, []],
  ['declared and without a sample', `# TYPE http_requests_total counter\n${duration()}`, ['no-samples 1:1']],
  ['those of the handler of metrics itself', 'promhttp_metric_handler_requests_total{code="200"} 1\nportal_up 1\n', ['no-requests 1:1', 'no-duration 1:1']],
  ['those of Prometheus itself', 'prometheus_http_requests_total{handler="/a",code="200"} 1\n', ['other-endpoint 1:1']],
])('%s', (_, text, expected) => {
  expect(found(httpMetrics, text)).toEqual(expected)
})

test('another process that is given with it may have them', () => {
  expect(found(httpMetrics, 'portal_jobs 1\n', { others: { api: requests() + duration() } })).toEqual([])
})
