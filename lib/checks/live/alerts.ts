import { check } from '../check'
import { labelOf } from '../formats/prometheus/answer'
import { agesOf, newestOf } from './freshness'

/** Alerts that prove only that the chain of alerts is alive: they always fire. */
const heartbeats = new Set(['watchdog', 'deadmansswitch', 'deadmanssnitch'])

/** Alerts fire with data on the running server. */
export const alerts = check({
  id: 'live/alerts',
  format: 'prometheus-alerts',
  subjects: ['alert-rules'],
  findings: { future: 'fail', 'none-firing': 'inconclusive', 'only-heartbeat': 'inconclusive', old: 'inconclusive', 'no-severity': 'warning' },
  * run({ place, alerts }, { today }) {
    const firing = alerts.filter(({ state }) => state === 'firing')
    const telling = firing.filter(({ name }) => !heartbeats.has(name.toLowerCase()))
    if (firing.length === 0) yield { key: 'none-firing', place }
    else if (telling.length === 0) yield { key: 'only-heartbeat', place }
    yield * agesOf(newestOf(telling.map(({ activeAt }) => activeAt)), place, today)
    for (const alert of telling)
      if (labelOf(alert.labels, 'severity') === '') yield { key: 'no-severity', place: alert.place, values: { alert: alert.name } }
  },
})
