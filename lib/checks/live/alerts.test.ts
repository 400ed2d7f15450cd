import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { alerts } from './alerts'

const alert = (alertname: string, state = 'firing', severity: string | undefined = 'critical') => ({ labels: { alertname, severity }, annotations: {}, state, activeAt: '2026-11-26T10:00:00Z' })
const answer = (...all: object[]) => `{"status": "success", "data": {"alerts": [\n${all.map(one => JSON.stringify(one)).join(',\n')}\n]}}`

test.each([
  ['one that fires', answer(alert('PortalDown')), []],
  ['none', answer(), ['none-firing 1:1']],
  ['only pending ones', answer(alert('PortalDown', 'pending')), ['none-firing 1:1']],
  ['only the one that always fires', answer(alert('Watchdog', 'firing', 'none')), ['only-heartbeat 1:1']],
  ['one that began last month', answer({ ...alert('PortalDown'), activeAt: '2026-10-20T10:00:00Z' }), ['old 1:1']],
  ['one that began last month beside one of today', answer({ ...alert('PortalDown'), activeAt: '2026-10-20T10:00:00Z' }, alert('PortalSlow')), []],
  ['one that begins next week', answer({ ...alert('PortalDown'), activeAt: '2026-12-03T10:00:00Z' }), ['future 1:1']],
  ['one without a severity', answer({ ...alert('PortalDown'), labels: { alertname: 'PortalDown' } }), ['no-severity 2:1']],
])('%s', (_, text, expected) => {
  expect(found(alerts, text)).toEqual(expected)
})
