import { check, type Context } from '../check'
import { isHttpMetric } from '../exposition/http-metrics'
import { metricsOf } from '../rules/metrics'

/** An alert over HTTP metrics fires with data: one of any other kind shows nothing of how requests are answered. */
export const httpAlerts = check({
  id: 'live/http-alerts',
  format: 'prometheus-alerts',
  subjects: ['http-metrics'],
  findings: { 'none-firing': 'inconclusive', 'rules-missing': 'inconclusive' },
  * run({ place, alerts }, context) {
    const http = httpRules(context)
    if (http === null) yield { key: 'rules-missing', place }
    else if (!alerts.some(({ name, state }) => state === 'firing' && http.has(name)))
      yield { key: 'none-firing', place, values: { alerts: [...http].slice(0, mostNamed).join(', ') || '–' } }
  },
})

const mostNamed = 5

/** Names of the alerts that ask for HTTP metrics; null where no rules were given that would tell. */
function httpRules({ filesOf }: Context): Set<string> | null {
  const files = filesOf('prometheus-rules')
  if (files.length === 0) return null
  const rules = files.flatMap(({ document }) => document.groups).flatMap(group => group.rules)
  const asksForHttp = (metrics: readonly string[]) => metrics.some(isHttpMetric)
  const recorded = new Set(rules.filter(({ kind, expression }) => kind === 'record' && asksForHttp(metricsOf(expression.selectors))).map(({ name }) => name))
  const alerts = rules.filter(({ kind, expression }) => {
    const metrics = metricsOf(expression.selectors)
    return kind === 'alert' && (asksForHttp(metrics) || metrics.some(metric => recorded.has(metric)))
  })
  return new Set(alerts.map(({ name }) => name))
}
