import { expect, test } from 'vitest'
import { emptyBaseline, type Baseline } from '@/lib/domain/baseline'
import { runChecks } from '../run'
import { found, saidOfRows } from '../testing/found'
import { receipts } from './receipts'

const alertRoutes: Baseline['alertRoutes'] = [
  { match: { severity: 'critical' }, receiver: 'critical', groupWait: null, repeatInterval: null },
  { match: {}, receiver: 'default', groupWait: null, repeatInterval: null },
]
const receipt = {
  receiver: 'critical', alert: 'PortalDown', channel: 'Slack #guardia', person: 'Ana Pérez', sentAt: '2026-11-20T14:00:00-03:00',
  receivedAt: '2026-11-20T14:00:41-03:00', runbook: 'https://wiki.example.org/portal-down',
}
const other = { ...receipt, receiver: 'default', alert: 'PortalNote' }
const written = (...all: object[]) => `receipts:\n${all.map(one => `  - ${JSON.stringify(one)}\n`).join('')}`
/** Where a field of the first receipt stands. */
const at = (field: string, text: string) => `2:${(text.split('\n')[1]?.indexOf(`"${field}"`) ?? 0) + 1}`
const changed = (change: Partial<typeof receipt> & { labels?: object }) => written({ ...receipt, ...change }, other)

test.each([
  ['one for each', written(receipt, other), []],
  ['as JSON', JSON.stringify({ receipts: [receipt, other] }), []],
  ['none for one of them', written(receipt), ['missing 1:1']],
  ['none at all', 'receipts: []\n', ['missing 1:1', 'missing 1:1']],
  ['one for a receiver that is not asked for', written(receipt, other, { ...receipt, receiver: 'boss' }), ['unknown-receiver 4:6']],
  ['on the day itself', changed({ sentAt: '2026-11-26T23:00:00-03:00', receivedAt: '2026-11-26T23:00:10-03:00' }), []],
  ['a link that is none', changed({ runbook: 'the wiki' }), ['no-runbook 2:5']],
  ['labels of its route', changed({ labels: { severity: 'critical' } }), []],
])('%s', (_, text, expected) => {
  expect(found(receipts, text, { baseline: { alertRoutes } })).toEqual(expected)
})

test.each([
  ['nobody received it', { person: '' }, 'incomplete', 'person'],
  ['nobody yet', { person: 'pendiente' }, 'incomplete', 'person'],
  ['no channel', { channel: '-' }, 'incomplete', 'channel'],
  ['no alert', { alert: '' }, 'incomplete', 'alert'],
  ['a moment without a zone', { receivedAt: '2026-11-20T14:00:41' }, 'incomplete', 'receivedAt'],
  ['tomorrow', { sentAt: '2026-11-27T14:00:00Z', receivedAt: '2026-11-27T14:00:01Z' }, 'future', 'receivedAt'],
  ['before it was sent', { receivedAt: '2026-11-20T13:59:59-03:00' }, 'before-sent', 'receivedAt'],
  ['after six minutes', { receivedAt: '2026-11-20T14:06:00-03:00' }, 'slow', 'receivedAt'],
  ['half a year ago', { sentAt: '2026-05-20T14:00:00Z', receivedAt: '2026-05-20T14:00:01Z' }, 'old', 'receivedAt'],
  ['labels that go elsewhere', { labels: { severity: 'warning' } }, 'other-route', 'labels'],
])('%s', (_, change, key, field) => {
  const text = changed(change)
  expect(found(receipts, text, { baseline: { alertRoutes } })).toEqual([`${key} ${at(field, text)}`])
})

test('without routes it cannot be told which are missing', () => {
  expect(found(receipts, written(receipt))).toEqual(['no-routes 1:1'])
})

test('a field that is misspelt is refused', () => {
  const [file] = runChecks([{ name: 'a', bytes: new TextEncoder().encode('receipts:\n  - reciever: critical\n') }], emptyBaseline, '2026-11-26')
  expect(file).toMatchObject({ format: 'delivery-receipts', outcome: 'error', findings: [{ key: 'shape', place: { line: 2, column: 5 } }] })
})

const twoForOne: Baseline['alertRoutes'] = [
  { match: { component: 'web' }, receiver: 'critical', groupWait: null, repeatInterval: null }, ...alertRoutes,
]

test.each([
  ['one for each', written(receipt, other), alertRoutes, ['as asked', 'as asked']],
  ['none for one of them', written(receipt), alertRoutes, ['as asked', 'missing']],
  ['one that was slow', written({ ...receipt, receivedAt: '2026-11-20T14:06:00-03:00' }, other), alertRoutes, ['slow', 'as asked']],
  ['one of half a year ago', written({ ...receipt, sentAt: '2026-05-20T14:00:00Z', receivedAt: '2026-05-20T14:00:01Z' }, other), alertRoutes, ['old', 'as asked']],
  ['one for a receiver that is not asked for, and that nobody received', written(receipt, other, { ...receipt, receiver: 'boss', person: '' }), alertRoutes, ['as asked', 'as asked']],
  ['one that may be of two routes', written(receipt, other), twoForOne, ['', '', 'as asked']],
  ['one whose labels say of which', written({ ...receipt, labels: { severity: 'critical' } }, other), twoForOne, ['', 'as asked', 'as asked']],
  ['one whose labels say that of none', written({ ...receipt, labels: { severity: 'info' } }, other), twoForOne, ['other-route', 'other-route', 'as asked']],
])('row by row: %s', (_, text, table, expected) => {
  expect(saidOfRows(receipts, 'alertRoutes', text, { baseline: { alertRoutes: table } })).toEqual(expected)
})
