import { check, type Found } from '../check'
import type { MetricFamily } from '../formats/metrics-exposition'
import { isForeign, isOfServer } from './programs'

/** How libraries of FastAPI, Starlette, Express, Spring and OpenTelemetry name them, after a name of the application or none. */
const requestNames = /^(\w+_)?(http_(server_)?requests?|(starlette|fastapi|flask|express|django)_(http_)?requests?)_(total|count_total)$/
const durationNames = new RegExp(
  '^(\\w+_)?(http_(server_)?|(starlette|fastapi|flask|express|django)_(http_)?)requests?_'
  + '((duration|latency|processing_time)_)?(highr_)?(seconds|milliseconds)$',
)

const endpointLabels = ['endpoint', 'path', 'route', 'handler', 'uri', 'url', 'http_route', 'path_template', 'http_target', 'view']
const statusLabels = ['status', 'status_code', 'code', 'http_status', 'http_status_code', 'http_response_status_code', 'status_class']

/** Whether a sample has a name of such a metric, and not of another program. */
export function isHttpMetric(sample: string): boolean {
  const name = sample.replace(/_(bucket|sum|count)$/, '')
  return !isForeign(sample) && (requestNames.test(sample) || durationNames.test(name))
}

/** Requests are counted, and their duration is a histogram, both by endpoint and status: what alerts on the API are reckoned from. */
export const httpMetrics = check({
  id: 'exposition/http-metrics',
  format: 'metrics-exposition',
  subjects: ['http-metrics'],
  findings: {
    'no-requests': 'fail', 'requests-not-counter': 'fail', 'no-duration': 'fail', 'duration-not-histogram': 'fail', 'no-endpoint-label': 'fail',
    'no-status-label': 'fail', 'no-samples': 'inconclusive', 'other-endpoint': 'inconclusive',
  },
  * run(document, { filesOf }) {
    const start = { line: 1, column: 1 }
    if (isOfServer(document)) {
      yield { key: 'other-endpoint', place: start }
      return
    }
    const elsewhere = filesOf('metrics-exposition').filter(file => file.document !== document).flatMap(file => file.document.families)
    const requests = bestOf(document.families, requestNames, 'counter')
    const duration = bestOf(document.families, durationNames, 'histogram')
    // A histogram counts what it measures: its _count serves where there is no counter.
    if (!requests && duration?.type !== 'histogram' && !bestOf(elsewhere, requestNames, 'counter')) yield { key: 'no-requests', place: start }
    if (!duration && !bestOf(elsewhere, durationNames, 'histogram')) yield { key: 'no-duration', place: start }
    if (requests && requests.type !== 'counter') yield { key: 'requests-not-counter', ...typeOf(requests) }
    if (duration && duration.type !== 'histogram') yield { key: 'duration-not-histogram', ...typeOf(duration) }
    for (const family of [requests, duration]) if (family) yield * labelsOf(family)
  },
})

function typeOf({ name, type, place, typePlace }: MetricFamily) {
  return { place: typePlace ?? place, values: { metric: name, found: type } }
}

/** Of the metrics that a name fits, the one that has most of what is asked. */
function bestOf(families: readonly MetricFamily[], names: RegExp, type: MetricFamily['type']): MetricFamily | null {
  const merit = (family: MetricFamily) =>
    [family.type === type, family.samples > 0, has(family, endpointLabels), has(family, statusLabels)].filter(Boolean).length
  const fitting = families.filter(({ name }) => names.test(name) && !isForeign(name))
  return fitting.reduce<MetricFamily | null>((best, family) => (best && merit(best) >= merit(family) ? best : family), null)
}

function * labelsOf(family: MetricFamily): Iterable<Found & { key: 'no-endpoint-label' | 'no-status-label' | 'no-samples' }> {
  const { name: metric, place } = family
  if (family.samples === 0) yield { key: 'no-samples', place, values: { metric } }
  else {
    if (!has(family, endpointLabels)) yield { key: 'no-endpoint-label', place, values: { metric } }
    if (!has(family, statusLabels)) yield { key: 'no-status-label', place, values: { metric } }
  }
}

/** Whether every sample has one of these labels. */
function has({ labels, samples }: MetricFamily, names: readonly string[]): boolean {
  return names.some(name => labels.get(name)?.samples === samples)
}
