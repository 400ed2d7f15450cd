import { check } from '../check'
import type { K6Summary, K6Threshold } from '../formats/k6-summary'

/** The limits that the script sets itself were held, and the file holds what they were judged by. */
export const thresholds = check({
  id: 'load-test/thresholds',
  format: 'k6-summary',
  subjects: ['load-test'],
  findings: { crossed: 'fail', contradicted: 'fail', unknown: 'inconclusive', 'not-in-file': 'warning', none: 'info' },
  * run(summary) {
    for (const threshold of summary.thresholds) {
      const { metric, expression, place, held } = threshold
      const values = { metric, expression }
      if (held === null) yield { key: 'unknown', place, values }
      else if (!held) yield { key: 'crossed', place, values }
      else {
        const measured = measuredOf(summary, threshold)
        if (measured === 'missing') yield { key: 'not-in-file', place, values }
        if (measured === 'crossed') yield { key: 'contradicted', place, values }
      }
    }
    if (summary.thresholds.length === 0) yield { key: 'none', place: summary.place }
  },
})

const comparisons: Record<string, (measured: number, limit: number) => boolean> = {
  '<': (measured, limit) => measured < limit,
  '<=': (measured, limit) => measured <= limit,
  '>': (measured, limit) => measured > limit,
  '>=': (measured, limit) => measured >= limit,
  '==': (measured, limit) => measured === limit,
  '===': (measured, limit) => measured === limit,
  '!=': (measured, limit) => measured !== limit,
}

const written = /^\s*([a-z]+(?:\(\d+(?:\.\d+)?\))?)\s*([<>=!]{1,3})\s*(-?\d+(?:\.\d+)?)\s*$/

/** What the value in the file makes of a threshold; `untold` where the threshold is written in a way not known. */
function measuredOf({ metrics }: K6Summary, { metric, expression }: K6Threshold): 'held' | 'crossed' | 'missing' | 'untold' {
  const [, statistic = '', sign = '', limit = ''] = written.exec(expression) ?? []
  const compare = comparisons[sign]
  if (!compare) return 'untold'
  const measured = metrics.get(metric)?.values.get(statistic)?.value
  if (measured === undefined || measured === null) return 'missing'
  return compare(measured, Number(limit)) ? 'held' : 'crossed'
}
