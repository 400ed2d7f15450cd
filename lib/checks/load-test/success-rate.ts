import { check, type Found } from '../check'
import type { K6Summary } from '../formats/k6-summary'
import { isCount, requestsOf } from './requests'

/** As many requests succeed, and as many assertions of the script hold, as the baseline asks. */
export const successRate = check({
  id: 'load-test/success-rate',
  format: 'k6-summary',
  subjects: ['integration-test', 'load-test'],
  findings: {
    'too-many-failed': 'fail', 'assertion-failed': 'fail', 'assertions-failed': 'fail', 'few-requests': 'inconclusive', unknown: 'inconclusive', impossible: 'inconclusive',
    none: 'inconclusive', 'no-target': 'inconclusive',
  },
  * run(summary, { baseline }) {
    if (!baseline.acceptance) {
      yield { key: 'no-target', place: summary.place }
      return
    }
    const target = baseline.acceptance.successPercent
    const requests = requestsOf(summary)
    if (requests.kind !== 'counted') yield { key: requests.kind, place: requests.place }
    else {
      const { place, succeeded, total, successPercent } = requests
      // Fewer than these, and one failure more or less decides: the share cannot be told so finely.
      const needed = target < 100 ? Math.ceil(100 / (100 - target) - 1e-6) : 0
      if (successPercent < target)
        yield { key: 'too-many-failed', place, values: { succeeded, total, percent: floored(successPercent), target } }
      else if (total < needed) yield { key: 'few-requests', place, values: { total, needed, target } }
    }
    if (summary.assertions.length === 0) yield* together(summary, target)
    for (const { name, place, passes, fails } of summary.assertions) {
      if (!isCount(passes) || !isCount(fails)) yield { key: 'impossible', place }
      else if (fails > 0 && 100 * passes / (passes + fails) < target)
        yield { key: 'assertion-failed', place, values: { name, fails, total: passes + fails, target } }
    }
  },
})

/** The assertions of a file that does not name them, by the metric in which k6 counts them all. */
function* together({ metrics }: K6Summary, target: number): Iterable<Found & { key: 'assertions-failed' | 'impossible' }> {
  const checks = metrics.get('checks')
  const [passes, fails] = [checks?.values.get('passes')?.value, checks?.values.get('fails')?.value]
  if (!checks || passes === undefined || fails === undefined) return
  if (!isCount(passes) || !isCount(fails)) yield { key: 'impossible', place: checks.place }
  else if (fails > 0 && 100 * passes / (passes + fails) < target)
    yield { key: 'assertions-failed', place: checks.place, values: { fails, total: passes + fails, target } }
}

/** With two decimals and never rounded up: 99.896 is not to read 99.90. */
function floored(percent: number): number {
  return Math.floor(percent * 100) / 100
}
