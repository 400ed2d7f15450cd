import { check } from '../check'
import { rulesOf } from './alerts'
import { knownMetrics, metricsOf, standingOf, type Standing } from './metrics'

/** Every metric that a rule asks for is there. */
export const orphanAlert = check({
  id: 'rules/orphan-alert',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'http-metrics', 'websocket-metrics', 'metrics-catalogue'],
  findings: { orphan: 'fail', 'not-scraped': 'fail', uncatalogued: 'inconclusive', unlisted: 'inconclusive' },
  * run(document, context) {
    const known = knownMetrics(context)
    // Many rules ask for one metric, and what a mistyped name may mean is looked for among all names.
    const standings = new Map<string, Standing>()
    for (const { name: rule, exprPlace: place, expression } of rulesOf(document))
      for (const metric of metricsOf(expression.selectors)) {
        const standing = standings.get(metric) ?? standingOf(metric, known)
        standings.set(metric, standing)
        if (standing.kind === 'orphan')
          yield { key: 'orphan', place, values: { rule, metric, near: standing.near.join(', '), suggestions: standing.near.length } }
        else if (standing.kind === 'not-scraped' || standing.kind === 'unlisted')
          yield { key: standing.kind, place, values: { rule, metric, exporter: standing.exporter } }
        else if (standing.kind === 'uncatalogued') yield { key: 'uncatalogued', place, values: { rule, metric } }
      }
  },
})
