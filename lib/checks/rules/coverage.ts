import { check } from '../check'
import { everyRule, speaksForAll } from './alerts'
import { metricsOf, samplesOf } from './metrics'

/** Rules look at the metrics that the catalogue names. */
export const coverage = check({
  id: 'rules/coverage',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'metrics-catalogue'],
  findings: { 'none-watched': 'warning', unwatched: 'info' },
  * run(document, context) {
    const { metrics } = context.baseline
    if (!speaksForAll(document, context) || metrics.length === 0) return
    const watched = new Set(everyRule(context).flatMap(({ expression }) => metricsOf(expression.selectors)))
    const unwatched = metrics.filter(({ name, type }) => !samplesOf(name, type).some(sample => watched.has(sample))).map(({ name }) => name)
    const place = document.groups[0]?.place ?? { line: 1, column: 1 }
    if (unwatched.length > 0)
      yield { key: unwatched.length === metrics.length ? 'none-watched' : 'unwatched', place, values: { metrics: unwatched.join(', '), number: unwatched.length } }
  },
})
