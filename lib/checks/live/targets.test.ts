import { expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { runChecks } from '../run'
import { found, saidOfRows } from '../testing/found'
import { targets } from './targets'

const asked = { job: 'api', port: 9091, path: '/metrics', intervalSeconds: 15, labels: { service: 'fastapi' }, proposed: false }
const proxy = { job: 'caddy', port: 9180, intervalSeconds: 15, labels: {}, proposed: true }
const api = {
  labels: { instance: 'api:9091', job: 'api', service: 'fastapi' }, scrapeUrl: 'http://api:9091/metrics', health: 'up', lastError: '',
  lastScrape: '2026-11-26T10:00:00.123456789Z', scrapeInterval: '15s',
}
const node = { ...api, labels: { instance: 'node:9100', job: 'node' }, scrapeUrl: 'http://node:9100/metrics' }
const never = '0001-01-01T00:00:00Z'
const answer = (...activeTargets: object[]) => JSON.stringify({ status: 'success', data: { activeTargets, droppedTargets: [] } }, null, 1)
/** The line at which the first, second or third target begins. */
const [first, second] = ['5:4', '17:4']

test.each([
  ['as asked', answer(api), []],
  ['a job that is missing', answer(node), ['missing 1:1']],
  ['no target at all', answer(), ['missing 1:1']],
  ['one that does not answer', answer({ ...api, health: 'down', lastError: 'connection refused' }), [`down ${first}`]],
  ['one that was never scraped', answer({ ...api, lastScrape: never }, node), [`never-scraped ${first}`]],
  ['one of which nothing is known', answer({ ...api, health: 'unknown', lastScrape: never }, node), [`never-scraped ${first}`]],
  ['one that is left behind', answer(api, { ...node, lastScrape: '2026-11-26T09:58:00Z' }), [`behind ${second}`]],
  ['one that missed a round', answer(api, { ...node, lastScrape: '2026-11-26T09:59:40Z' }), []],
  ['another interval', answer({ ...api, scrapeInterval: '1m' }), [`other-interval ${first}`]],
  ['no interval, as of an old server', answer({ ...api, scrapeInterval: undefined }), []],
  ['another port', answer({ ...api, scrapeUrl: 'http://api:8000/metrics' }), [`other-endpoint ${first}`]],
  ['another path', answer({ ...api, scrapeUrl: 'http://api:9091/stats' }), [`other-endpoint ${first}`]],
  ['a label that is missing', answer({ ...api, labels: { instance: 'a', job: 'api' } }), [`label-differs ${first}`]],
  ['an answer of last month', answer({ ...api, lastScrape: '2026-10-20T10:00:00Z' }), ['old 1:1']],
  ['an answer of next week', answer({ ...api, lastScrape: '2026-12-03T10:00:00Z' }), ['future 1:1']],
])('%s', (_, text, expected) => {
  expect(found(targets, text, { baseline: { scrapeTargets: [asked] } })).toEqual(expected)
})

test('a job that is only proposed is missed without harm, and compared without harm', () => {
  expect(found(targets, answer(api), { baseline: { scrapeTargets: [asked, proxy] } })).toEqual(['missing-proposed 1:1'])
  const caddy = { ...api, labels: { instance: 'caddy:2019', job: 'caddy' }, scrapeUrl: 'http://caddy:2019/metrics' }
  expect(found(targets, answer(api, caddy), { baseline: { scrapeTargets: [asked, proxy] } })).toEqual([`proposed-differs ${second}`])
})

test('without an inventory, it can only be told whether what is there answers', () => {
  expect(found(targets, answer(node))).toEqual(['no-inventory 1:1'])
  expect(found(targets, answer({ ...node, health: 'down' }))).toEqual(['no-inventory 1:1', `down ${first}`])
})

test('an error shows neither passwords nor parameters', () => {
  const lastError = 'Get "http://me:hunter2@api:9091/metrics?token=hunter3": context deadline exceeded'
  const [file] = runChecks([{ name: 'a', bytes: new TextEncoder().encode(answer({ ...api, health: 'down', lastError })) }], emptyBaseline, '2026-11-26')
  expect(file?.findings.find(({ key }) => key === 'down')?.values['error']).toBe('Get "http://api:9091/metrics": context deadline exceeded')
})

test('targets that are no list are refused', () => {
  const [file] = runChecks([{ name: 'a', bytes: new TextEncoder().encode('{"status": "success", "data": {"activeTargets": {}}}') }], emptyBaseline, '2026-11-26')
  expect(file).toMatchObject({ format: 'prometheus-targets', outcome: 'error', findings: [{ key: 'shape', place: { line: 1, column: 49 } }] })
})

test.each([
  ['as asked', answer(api), ['as asked', 'missing-proposed']],
  ['not there', answer(node), ['missing', 'missing-proposed']],
  ['down, and of another port', answer({ ...api, health: 'down', scrapeUrl: 'http://api:8000/metrics' }), ['down, other-endpoint', 'missing-proposed']],
  ['one of two is down', answer(api, { ...api, health: 'down' }), ['down', 'missing-proposed']],
  ['one that the inventory does not name is down', answer(api, { ...node, health: 'down' }), ['as asked', 'missing-proposed']],
  ['an old server does not say how often', answer({ ...api, scrapeInterval: undefined }), ['', 'missing-proposed']],
  ['an answer of last month', answer({ ...api, lastScrape: '2026-10-20T10:00:00Z' }), ['', 'missing-proposed']],
  ['an answer of next week', answer({ ...api, lastScrape: '2026-12-03T10:00:00Z' }), ['', 'missing-proposed']],
])('row by row: %s', (_, text, expected) => {
  expect(saidOfRows(targets, 'scrapeTargets', text, { baseline: { scrapeTargets: [asked, proxy] } })).toEqual(expected)
})
