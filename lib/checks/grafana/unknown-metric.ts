import { check } from '../check'
import { knownMetrics, metricsOf, standingOf } from '../rules/metrics'
import { promqlQueries, unknownPart, type PanelQuery } from './promql'

/** Every metric that a panel asks for is there. */
export const unknownMetric = check({
  id: 'grafana/unknown-metric',
  format: 'grafana-dashboard',
  subjects: ['dashboards'],
  findings: { orphan: 'fail', 'not-scraped': 'fail', uncatalogued: 'inconclusive', unlisted: 'inconclusive' },
  * run(document, context) {
    const known = knownMetrics(context)
    for (const [metric, { panel, place }] of firstUses(promqlQueries(document))) {
      const values = { metric, panel: panel.title ?? panel.type }
      const standing = standingOf(metric, known)
      if (standing.kind === 'orphan')
        yield { key: 'orphan', place, values: { ...values, near: standing.near.join(', '), suggestions: standing.near.length } }
      else if (standing.kind === 'not-scraped' || standing.kind === 'unlisted')
        yield { key: standing.kind, place, values: { ...values, exporter: standing.exporter } }
      else if (standing.kind === 'uncatalogued') yield { key: 'uncatalogued', place, values }
    }
  },
})

/** Metrics and the first query that asks for each; a name that a variable is part of is none. */
function firstUses(queries: readonly PanelQuery[]): Map<string, PanelQuery> {
  const uses = new Map<string, PanelQuery>()
  for (const query of queries)
    for (const metric of query.expression ? metricsOf(query.expression.selectors) : [])
      if (!metric.includes(unknownPart) && !uses.has(metric)) uses.set(metric, query)
  return uses
}
