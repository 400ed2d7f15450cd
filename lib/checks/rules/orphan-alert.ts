import { check } from '../check'
import { rulesOf } from './alerts'
import { knownMetrics, mayName, metricsOf, patternsOf, standingOf, type Standing } from './metrics'

/** How often an expression is held against a name in one file; what is left after that cannot be told. */
const mostComparisons = 500_000

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
    const patterns = new Map<string, boolean>()
    let comparisons = 0
    const fits = (pattern: string) => {
      const before = patterns.get(pattern)
      if (before !== undefined) return before
      comparisons += known.names.size
      const fitting = comparisons <= mostComparisons && mayName(pattern, known)
      patterns.set(pattern, fitting)
      return fitting
    }
    for (const { name: rule, exprPlace: place, expression } of rulesOf(document)) {
      for (const pattern of patternsOf(expression.selectors))
        if (!fits(pattern)) yield { key: 'uncatalogued', place, values: { rule, metric: `{__name__=~${JSON.stringify(pattern)}}` } }
      for (const metric of metricsOf(expression.selectors)) {
        const standing = standings.get(metric) ?? standingOf(metric, known)
        standings.set(metric, standing)
        if (standing.kind === 'orphan')
          yield { key: 'orphan', place, values: { rule, metric, near: standing.near.join(', '), suggestions: standing.near.length } }
        else if (standing.kind === 'not-scraped' || standing.kind === 'unlisted')
          yield { key: standing.kind, place, values: { rule, metric, exporter: standing.exporter } }
        else if (standing.kind === 'uncatalogued') yield { key: 'uncatalogued', place, values: { rule, metric } }
      }
    }
  },
})
