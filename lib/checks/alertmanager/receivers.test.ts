import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { receivers } from './receivers'

const hook = '  webhook_configs:\n  - url: http://relay:9095/\n'
const row = (receiver: string) => ({ match: { severity: receiver }, receiver, groupWait: null, repeatInterval: null })

test.each([
  ['used and with an integration', `route: { receiver: team }\nreceivers:\n- name: team\n${hook}`, [], []],
  ['used only by a route far below', `route: { receiver: team, routes: [ { routes: [ { receiver: other } ] } ] }\nreceivers:\n- name: team\n${hook}- name: other\n${hook}`, [], []],
  ['used by nobody', `route: { receiver: team }\nreceivers:\n- name: team\n${hook}- name: other\n${hook}`, [], ['unused 6:3']],
  ['the root tells nobody', 'route: { receiver: team }\nreceivers:\n- name: team', [], ['silent 3:3']],
  ['empty lists are no integration', 'route: { receiver: team }\nreceivers:\n- name: team\n  email_configs: []\n  slack_configs:', [], ['silent 3:3']],
  ['a route drops its alerts', `route: { receiver: team, routes: [ { receiver: nowhere } ] }\nreceivers:\n- name: team\n${hook}- name: nowhere`, [], ['discards 6:3']],
  ['one that the table asks for drops them', `route: { receiver: team, routes: [ { receiver: nowhere } ] }\nreceivers:\n- name: team\n${hook}- name: nowhere`, [row('nowhere')], ['silent 6:3']],
  ['one that the table asks for is missing', `route: { receiver: team }\nreceivers:\n- name: team\n${hook}`, [row('team'), row('on-call'), row('on-call')], ['missing 2:1']],
])('%s', (_, text, alertRoutes, expected) => {
  expect(found(receivers, text, { baseline: { alertRoutes } })).toEqual(expected)
})

test('what is said of a receiver is said of every row that leads to it', () => {
  const text = `route: { receiver: team }\nreceivers:\n- name: team\n${hook}- name: nowhere`
  const alertRoutes = [row('team'), row('nowhere'), { ...row('nowhere'), match: {} }, row('on-call')]
  expect(saidOfRows(receivers, 'alertRoutes', text, { baseline: { alertRoutes } })).toEqual(['', 'unused, silent', 'unused, silent', 'missing'])
})
