import { expect, test } from 'vitest'
import type { Baseline } from '@/lib/domain/baseline'
import { found } from '../testing/found'
import { coverage } from './coverage'

const dashboard = (...exprs: string[]) => JSON.stringify({ title: 'a', panels: exprs.map(expr => ({ type: 'timeseries', title: expr, targets: [{ expr }] })) })
const all = ['http_requests_total', 'portal_connections', 'pg_up', 'redis_up', 'node_load1']
const metrics: Baseline['metrics'] = [{ name: 'portal_connections', type: 'gauge', labels: [] }, { name: 'portal_latency_seconds', type: 'histogram', labels: [] }]
const missing = (text: string, others?: Record<string, string>, catalogue = metrics) =>
  found(coverage, text, { baseline: { metrics: catalogue }, ...(others && { others }) }).filter(one => !one.startsWith('covered')).length

test.each([
  ['all in one', all, {}, 0],
  ['in two dashboards', all.slice(0, 2), { other: dashboard(...all.slice(2)) }, 0],
  ['one is missing', all.slice(1), {}, 1],
  ['nothing', ['vector(1)'], {}, 5],
  ['a histogram of the catalogue', ['histogram_quantile(0.9, rate(portal_latency_seconds_bucket[5m]))', ...all.filter(one => one !== 'portal_connections')], {}, 0],
  ['a WebSocket metric that the catalogue lacks', ['websocket_connections', ...all.filter(one => one !== 'portal_connections')], {}, 1],
  ['metrics of Fly and of FastAPI', ['fastapi_requests_total', 'portal_connections', 'pg_up', 'redis_up', 'fly_instance_memory_mem_total'], {}, 0],
  ['HTTP of the proxy is not of the API', ['caddy_http_requests_total', ...all.slice(1)], {}, 1],
  ['a query that is broken shows nothing', ['http_requests_total[', ...all.slice(1)], {}, 1],
])('%s', (_, exprs, others, expected) => {
  expect(missing(dashboard(...exprs), others)).toBe(expected)
})

test('without a catalogue a metric of the name will do', () => {
  expect(missing(dashboard('websocket_connections', ...all.filter(one => one !== 'portal_connections')), {}, [])).toBe(0)
})

test('library panels may show what is missing', () => {
  const text = JSON.stringify({ title: 'a', panels: [{ type: 'stat', libraryPanel: { uid: 'x' } }] })
  expect(found(coverage, text)).toEqual(Array(5).fill('unseen 1:1'))
})
