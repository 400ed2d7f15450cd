import { check } from '../check'
import { alertsOf } from './alerts'
import { routeConditions } from './routes'

/** Every alert carries the labels by which it is routed. */
export const labels = check({
  id: 'rules/labels',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'alert-routing'],
  findings: { 'no-severity': 'fail', 'unrouted-severity': 'fail', 'no-component': 'warning' },
  * run(document, context) {
    const conditions = routeConditions(context)
    const severities = conditions.filter(({ label }) => label === 'severity')
    for (const { name: alert, place, labels } of alertsOf(document)) {
      const severity = labels.get('severity')
      if (!severity || severity.value === '') yield { key: 'no-severity', place: severity?.place ?? place, values: { alert } }
      else if (severities.length > 0 && !severity.value.includes('{{') && !severities.some(({ accepts }) => accepts(severity.value)))
        yield { key: 'unrouted-severity', place: severity.place, values: { alert, severity: severity.value, known: [...new Set(severities.map(({ value }) => value))].join(', ') } }
      if (conditions.some(({ label }) => label === 'component') && !labels.get('component')?.value)
        yield { key: 'no-component', place: labels.get('component')?.place ?? place, values: { alert } }
    }
  },
})
