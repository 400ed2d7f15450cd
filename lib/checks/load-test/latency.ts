import { check } from '../check'
import type { K6Metric, K6Summary } from '../formats/k6-summary'
import { requestsOf } from './requests'

const ofSuccesses = 'http_req_duration{expected_response:true}'

/** Requests that succeed are answered as fast as the baseline asks, at the 95th and the 99th percentile. */
export const latency = check({
  id: 'load-test/latency',
  format: 'k6-summary',
  subjects: ['load-test'],
  findings: {
    slow: 'fail', 'percentile-missing': 'inconclusive', 'mostly-failed': 'inconclusive', 'failures-included': 'inconclusive',
    'not-measured': 'inconclusive', impossible: 'inconclusive', 'no-target': 'inconclusive',
  },
  * run(summary, { baseline }) {
    if (!baseline.acceptance) {
      yield { key: 'no-target', place: summary.place }
      return
    }
    const requests = requestsOf(summary)
    if (requests.kind === 'counted' && requests.successPercent < baseline.acceptance.successPercent) {
      const { place, succeeded, total } = requests
      yield { key: 'mostly-failed', place, values: { succeeded, total, target: baseline.acceptance.successPercent } }
    }
    const metric = durationOf(summary)
    if (!metric) {
      yield { key: 'not-measured', place: summary.place }
      return
    }
    // Failures may be counted in only where there were none.
    const failed = requests.kind !== 'counted' || requests.succeeded < requests.total
    if (metric.name !== ofSuccesses && failed) yield { key: 'failures-included', place: metric.place }
    if (isImpossible(metric)) {
      yield { key: 'impossible', place: metric.place }
      return
    }
    const { p95Milliseconds, p99Milliseconds } = baseline.acceptance
    for (const [percentile, target] of [[95, p95Milliseconds], [99, p99Milliseconds]] as const) {
      const measured = metric.values.get(`p(${percentile})`)
      if (!measured) yield { key: 'percentile-missing', place: metric.place, values: { percentile, target } }
      else if ((measured.value ?? 0) > target)
        yield { key: 'slow', place: measured.place, values: { percentile, milliseconds: Math.ceil(measured.value ?? 0), target } }
    }
  },
})

function durationOf({ metrics }: K6Summary): (K6Metric & { name: string }) | null {
  for (const name of [ofSuccesses, 'http_req_duration']) {
    const metric = metrics.get(name)
    if (metric) return { ...metric, name }
  }
  return null
}

/** No time is negative or nothing, and what fewer exceed is not less. Zeroes are what k6 writes where it measured nothing. */
function isImpossible({ values }: K6Metric): boolean {
  const ascending = ['min', 'med', 'p(90)', 'p(95)', 'p(99)', 'max'].flatMap(name => values.get(name) ?? [])
  return ascending.some(({ value }, index) => value === null || value < 0 || value < (ascending[index - 1]?.value ?? 0))
    || ascending.every(({ value }) => value === 0)
}
