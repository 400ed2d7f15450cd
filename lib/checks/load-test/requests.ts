import type { K6Metric, K6Summary, K6Value } from '../formats/k6-summary'
import type { Place } from '../place'

/** How the requests of a load test went, by `http_req_failed`. */
export type Requests =
  | { kind: 'counted'; place: Place; succeeded: number; total: number; successPercent: number }
  /** The file does not say how many failed. */
  | { kind: 'unknown'; place: Place }
  /** What it says cannot be. */
  | { kind: 'impossible'; place: Place }
  /** None were made. */
  | { kind: 'none'; place: Place }

/**
 * A rate of k6 counts what is true, and of `http_req_failed` that is failure: `passes` are the requests that
 * *failed*, `fails` those that succeeded, `rate` the share that failed (grafana/k6, issue 2386 and `js/summary.go`).
 */
export function requestsOf({ metrics, place }: K6Summary): Requests {
  const failed = metrics.get('http_req_failed')
  const rate = failed?.values.get('rate')
  if (!failed || !rate) return { kind: 'unknown', place: failed?.place ?? place }
  const counts = countsOf(failed) ?? countsOfShare(rate, metrics.get('http_reqs')?.values.get('count'))
  if (!counts) return { kind: 'unknown', place: rate.place }
  const { bad, total } = counts
  if (!isCount(bad) || !isCount(total) || bad > total || !isShare(rate.value)) return { kind: 'impossible', place: rate.place }
  if (total === 0) return { kind: 'none', place: rate.place }
  if (Math.abs(bad / total - rate.value) > 0.001) return { kind: 'impossible', place: rate.place }
  return { kind: 'counted', place: rate.place, succeeded: total - bad, total, successPercent: 100 * (total - bad) / total }
}

function countsOf({ values }: K6Metric): { bad: number; total: number } | null {
  const bad = values.get('passes')?.value
  const good = values.get('fails')?.value
  if (bad === undefined || good === undefined) return null
  return { bad: bad ?? NaN, total: (bad ?? NaN) + (good ?? NaN) }
}

function countsOfShare(rate: K6Value, total: K6Value | undefined): { bad: number; total: number } | null {
  if (!total) return null
  return { bad: Math.round((rate.value ?? NaN) * (total.value ?? NaN)), total: total.value ?? NaN }
}

export function isCount(value: number | null): value is number {
  return Number.isSafeInteger(value) && (value ?? -1) >= 0
}

function isShare(value: number | null): value is number {
  return value !== null && value >= 0 && value <= 1
}
