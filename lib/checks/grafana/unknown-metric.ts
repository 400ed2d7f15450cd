import { check } from '../check'
import { knownMetrics, metricsOf, standingOf, type Standing } from '../rules/metrics'
import { promqlQueries, unknownPart, variableQueries, type PanelQuery } from './promql'

/** Every metric that a panel or a variable asks for is there. */
export const unknownMetric = check({
  id: 'grafana/unknown-metric',
  format: 'grafana-dashboard',
  subjects: ['dashboards'],
  findings: { orphan: 'fail', 'not-scraped': 'fail', 'empty-variable': 'fail', uncatalogued: 'inconclusive', unlisted: 'inconclusive' },
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
    for (const { variable, place, expression } of variableQueries(document))
      for (const metric of metricsOf(expression.selectors).filter(isKnownName))
        if (isMissing(standingOf(metric, known))) yield { key: 'empty-variable', place, values: { variable, metric } }
  },
})

/** Metrics and the first query that asks for each; a name that a variable is part of is none. */
function firstUses(queries: readonly PanelQuery[]): Map<string, PanelQuery> {
  const uses = new Map<string, PanelQuery>()
  for (const query of queries)
    for (const metric of query.expression ? metricsOf(query.expression.selectors) : [])
      if (isKnownName(metric) && !uses.has(metric)) uses.set(metric, query)
  return uses
}

function isKnownName(metric: string): boolean {
  return !metric.includes(unknownPart)
}

function isMissing({ kind }: Standing): boolean {
  return kind === 'orphan' || kind === 'not-scraped'
}
