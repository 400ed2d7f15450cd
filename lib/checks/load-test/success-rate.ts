import { check } from '../check'
import { isCount, requestsOf } from './requests'

/** As many requests succeed, and as many assertions of the script hold, as the baseline asks. */
export const successRate = check({
  id: 'load-test/success-rate',
  format: 'k6-summary',
  subjects: ['integration-test', 'load-test'],
  findings: {
    'too-many-failed': 'fail', 'assertion-failed': 'fail', 'few-requests': 'warning', unknown: 'inconclusive', impossible: 'inconclusive',
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
    for (const { name, place, passes, fails } of summary.assertions) {
      if (!isCount(passes) || !isCount(fails)) yield { key: 'impossible', place }
      else if (fails > 0 && 100 * passes / (passes + fails) < target)
        yield { key: 'assertion-failed', place, values: { name, fails, total: passes + fails, target } }
    }
  },
})

/** With two decimals and never rounded up: 99.896 is not to read 99.90. */
function floored(percent: number): number {
  return Math.floor(percent * 100) / 100
}
