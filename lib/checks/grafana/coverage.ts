import type { Baseline } from '@/lib/domain/baseline'
import { check } from '../check'
import { metricsOf } from '../rules/metrics'
import { promqlQueries } from './promql'

const areas = ['api', 'websocket', 'database', 'redis', 'infrastructure'] as const
type Area = (typeof areas)[number]

/** The dashboards that are given together show the API, WebSocket, the database, Redis and the infrastructure. */
export const coverage = check({
  id: 'grafana/coverage',
  format: 'grafana-dashboard',
  subjects: ['dashboards'],
  findings: { missing: 'fail', unseen: 'inconclusive', covered: 'info' },
  * run(document, { baseline, filesOf }) {
    // What holds for all of them together is said once, in the first.
    const dashboards = filesOf('grafana-dashboard').map(file => file.document)
    if (dashboards[0] !== document) return
    const shown = new Map<Area, Set<unknown>>(areas.map(area => [area, new Set()]))
    for (const { panel, expression } of dashboards.flatMap(promqlQueries))
      for (const metric of expression ? metricsOf(expression.selectors) : []) {
        const area = areas.find(area => isOf(area, metric, baseline))
        if (area) shown.get(area)?.add(panel)
      }
    const panels = dashboards.flatMap(dashboard => dashboard.panels)
    const elsewhere = panels.filter(({ isLibrary, queries }) => isLibrary && queries.length === 0).length
    for (const [area, { size }] of shown) {
      const key = size > 0 ? 'covered' : elsewhere > 0 ? 'unseen' : 'missing'
      yield { key, place: document.tree.place, values: { area, dashboards: dashboards.length, panels: size || elsewhere } }
    }
  },
})

const beginnings: Record<Exclude<Area, 'websocket'>, RegExp> = {
  api: /^(http|fastapi|starlette|uvicorn)_/,
  database: /^pg_/,
  redis: /^redis_/,
  infrastructure: /^(node|fly_instance|container)_/,
}

/** Metrics of WebSocket are those of the assessment's catalogue; without one any of that name will do. */
function isOf(area: Area, metric: string, { metrics }: Baseline): boolean {
  if (area !== 'websocket') return beginnings[area].test(metric)
  if (metrics.length === 0) return /websocket|(^|_)ws_/.test(metric)
  return metrics.some(({ name }) => metric === name || (metric.startsWith(`${name}_`) && /_(bucket|sum|count)$/.test(metric)))
}
