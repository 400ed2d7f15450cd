import { expect, test } from 'vitest'
import type { Baseline } from '@/lib/domain/baseline'
import { found, saidOfRows } from '../testing/found'
import { routing } from './routing'

const alertRoutes: Baseline['alertRoutes'] = [
  { match: { severity: 'critical' }, receiver: 'critical', groupWait: null, repeatInterval: null },
  { match: { component: 'database' }, receiver: 'database', groupWait: null, repeatInterval: null },
  { match: {}, receiver: 'default', groupWait: null, repeatInterval: null },
]
const alert = (labels: object, ...receivers: string[]) =>
  ({ labels: { alertname: 'A', ...labels }, startsAt: '2026-11-26T10:00:00Z', status: { state: 'active' }, receivers: receivers.map(name => ({ name })) })
const all = [alert({ severity: 'critical' }, 'critical'), alert({ component: 'database' }, 'database'), alert({}, 'default')]
const printed = (...alerts: object[]) => `[\n${alerts.map(one => JSON.stringify(one)).join(',\n')}\n]`

test.each([
  ['each where it belongs', printed(...all), []],
  ['one that fits two routes, sent by either', printed(...all, alert({ severity: 'critical', component: 'database' }, 'critical')), []],
  ['one that fits a route and goes to the rest', printed(...all, alert({ severity: 'critical' }, 'default')), ['other-receiver 5:1']],
  ['one that fits no other and goes elsewhere', printed(...all, alert({ severity: 'info' }, 'critical')), ['other-receiver 5:1']],
  ['one that goes nowhere', printed(...all, alert({ severity: 'critical' })), ['no-receiver 5:1']],
  ['one that is silenced', printed(...all, { ...alert({}, 'default'), status: { state: 'suppressed' } }), ['suppressed 5:1']],
  ['a receiver that got none', printed(alert({ severity: 'critical' }, 'critical'), alert({}, 'default')), ['not-seen 1:1']],
])('%s', (_, text, expected) => {
  expect(found(routing, text, { baseline: { alertRoutes } })).toEqual(expected)
})

test('a receiver may be seen in another list', () => {
  expect(found(routing, printed(...all.slice(0, 2)), { baseline: { alertRoutes }, others: { later: printed(...all.slice(2)) } })).toEqual([])
})

test('without routes nothing can be told', () => {
  expect(found(routing, printed(...all))).toEqual(['no-routes 1:1'])
})

test.each([
  ['each where it belongs', printed(...all), ['as asked', 'as asked', 'as asked']],
  ['one that fits two routes says of the one that took it', printed(alert({ severity: 'critical', component: 'database' }, 'critical')), ['as asked', 'not-seen', 'not-seen']],
  ['one that goes to the rest', printed(...all, alert({ severity: 'critical' }, 'default')), ['other-receiver', 'as asked', 'as asked']],
  ['one that goes nowhere', printed(...all, alert({ component: 'database' })), ['as asked', 'no-receiver', 'as asked']],
  ['one that got none', printed(...all.slice(1)), ['not-seen', 'as asked', 'as asked']],
  ['a receiver that an alert of another route reached', printed(alert({ severity: 'critical' }, 'critical', 'default')), ['as asked', 'not-seen', '']],
])('row by row: %s', (_, text, expected) => {
  expect(saidOfRows(routing, 'alertRoutes', text, { baseline: { alertRoutes } })).toEqual(expected)
})
