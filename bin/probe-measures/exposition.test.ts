import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { looksLikeExposition } from './exposition'

const samples = 'process_open_fds 12\nhttp_requests_total{method="GET",path="/a b"} 1.5e3 1700000000000\ngo_gc_seconds{quantile="1"} NaN\nup 1\n'

test.each<[string, boolean | null, string | null, string | Buffer, string | null]>([
  ['a type', true, 'text/plain', '# TYPE http_requests_total counter\n', null],
  ['help, with the line ends of Windows', true, null, '# HELP up Whether it is up\r\n', null],
  ['samples alone', true, 'text/plain', samples, null],
  ['a content type that only scrapers ask for, whatever the body', true, 'application/openmetrics-text; version=1.0.0; charset=utf-8', '', null],
  ['that of the text format', true, 'text/plain; version=0.0.4', Buffer.from([0, 1]), 'gzip'],
  ['that of protocol buffers', true, 'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited', Buffer.from([0, 1]), null],
  ['a page', false, 'text/html', '<!doctype html>\n<title>Portal</title>\n<p>up 1\n', null],
  ['Markdown that speaks of metrics', false, 'text/markdown', '# TYPE\n\n# HELP wanted\n\nup 1\n', null],
  ['one word and a number', false, 'text/plain', 'OK 200', null],
  ['JSON', false, 'application/json', '{"names":["jvm.memory.used"]}', null],
  ['nothing', null, 'text/plain', '', null],
  ['what is compressed', null, 'text/plain', gzipSync(samples), 'gzip'],
])('%s', (_, expected, contentType, body, contentEncoding) => {
  expect(looksLikeExposition({ contentType, contentEncoding, body: Buffer.from(body) })).toBe(expected)
})

test('a megabyte of one line is no exposition', () => {
  expect(looksLikeExposition({ contentType: null, contentEncoding: null, body: Buffer.from('a{'.repeat(500_000)) })).toBe(false)
})
