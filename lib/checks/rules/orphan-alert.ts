import { check } from '../check'
import { rulesOf } from './alerts'
import { knownMetrics, metricsOf, standingOf } from './metrics'

/** Every metric that a rule asks for is there. */
export const orphanAlert = check({
  id: 'rules/orphan-alert',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'http-metrics', 'websocket-metrics', 'metrics-catalogue'],
  findings: { orphan: 'fail', 'not-scraped': 'fail', uncatalogued: 'inconclusive', unlisted: 'inconclusive' },
  * run(document, context) {
    const known = knownMetrics(context)
    for (const { name: rule, exprPlace: place, expression } of rulesOf(document))
      for (const metric of metricsOf(expression.selectors)) {
        const standing = standingOf(metric, known)
        if (standing.kind === 'orphan')
          yield { key: 'orphan', place, values: { rule, metric, near: standing.near.join(', '), suggestions: standing.near.length } }
        else if (standing.kind === 'not-scraped' || standing.kind === 'unlisted')
          yield { key: standing.kind, place, values: { rule, metric, exporter: standing.exporter } }
        else if (standing.kind === 'uncatalogued') yield { key: 'uncatalogued', place, values: { rule, metric } }
      }
  },
})
