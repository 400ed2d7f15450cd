import { check } from '../check'
import type { Values } from '../finding'
import { hasLabel } from '../promql/labels'
import { metricsOf } from '../rules/metrics'
import { promqlQueries, type PanelQuery } from './promql'

const aspects = ['latency', 'throughput', 'errors'] as const

/** A panel shows latency, throughput and errors of the proxy, over the dashboards that are given together. */
export const proxyPanel = check({
  id: 'grafana/proxy-panel',
  format: 'grafana-dashboard',
  subjects: ['proxy-metrics'],
  findings: { 'no-panel': 'inconclusive', 'no-aspect': 'fail' },
  * run(document, { filesOf }) {
    const dashboards = filesOf('grafana-dashboard').map(file => file.document)
    if (dashboards[0] !== document) return
    const place = document.tree.place
    const values: Values = { dashboards: dashboards.length }
    const queries = dashboards.flatMap(promqlQueries).filter(isOfProxy)
    if (queries.length === 0) return yield { key: 'no-panel', place, values }
    for (const aspect of aspects)
      if (!queries.some(query => shows[aspect](query))) yield { key: 'no-aspect', place, values: { ...values, aspect } }
  },
})

const proxyMetric = /^(caddy|fly_edge|fly_app)_/
const statusLabels = ['status', 'code', 'status_code']

function proxyMetrics({ expression }: PanelQuery): string[] {
  return expression ? metricsOf(expression.selectors).filter(metric => proxyMetric.test(metric)) : []
}

function isOfProxy(query: PanelQuery): boolean {
  return proxyMetrics(query).length > 0
}

/** By the names of Caddy's metrics and Fly's (superfly/docs, `monitoring/metrics.html.md`, read November 2026). */
const shows: Record<(typeof aspects)[number], (query: PanelQuery) => boolean> = {
  latency: query => proxyMetrics(query).some(metric => /(duration|time|latency)_seconds(_bucket|_sum)?$/.test(metric)),
  throughput: query => proxyMetrics(query).some(metric => /(requests?_total|_count|_bytes(_total)?|data_(in|out))$/.test(metric)),
  errors: query => proxyMetrics(query).some(metric => metric.includes('error')) || asksForStatus(query),
}

/** One class of answers is asked for, or all are told apart. */
function asksForStatus({ expression }: PanelQuery): boolean {
  if (!expression) return false
  const matchers = expression.selectors.flatMap(selector => selector.matchers).filter(({ name }) => statusLabels.includes(name))
  const isAsked = matchers.some(({ op, value }) => (op === '=' || op === '=~') && /^\(?[45]/.test(value))
  return isAsked || (expression.labels.kind === 'only' && statusLabels.some(label => hasLabel(expression.labels, label)))
}
