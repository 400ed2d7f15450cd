import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check } from '../check'
import type { FlyMetrics } from '../formats/fly-toml'

/** The job of the baseline whose target is the application itself. */
const job = 'api'
/** Where Prometheus asks when nothing else is said. */
const usualPath = '/metrics'

/** Fly scrapes the metrics of the application where the assessment says that they are. */
export const metrics = check({
  id: 'fly/metrics',
  format: 'fly-toml',
  subjects: ['metrics-endpoint'],
  findings: { none: 'fail', 'no-port': 'fail', port: 'fail', path: 'fail', 'shared-port': 'warning' },
  * run({ metrics, services, place }, { baseline }) {
    const [first] = metrics
    const target = targetOf(baseline)
    // It says neither how often nor with which labels, so that it can only differ from the row.
    const rows = target ? [rowKey('scrapeTargets', target)] : []
    if (!first) {
      yield { key: 'none', place, rows }
      return
    }
    const open = new Map(services.filter(({ ports }) => ports.length > 0).map(service => [service.internalPort, service]))
    for (const entry of metrics) {
      if (!entry.port) yield { key: 'no-port', place: entry.place }
      const shared = entry.port && open.get(entry.port.value)
      if (entry.port && shared) yield { key: 'shared-port', place: entry.port.place, values: { port: entry.port.value, line: shared.place.line } }
    }
    if (!target) return
    const wanted = { port: target.port, path: target.path ?? usualPath }
    const there = metrics.filter(({ port }) => port !== null && (wanted.port === undefined || port.value === wanted.port))
    const [near] = there
    if (!near && first.port) yield { key: 'port', place: first.port.place, values: { found: first.port.value, expected: wanted.port ?? '?' }, rows }
    else if (near && there.every(entry => pathOf(entry) !== wanted.path))
      yield { key: 'path', place: near.path?.place ?? near.place, values: { found: pathOf(near), expected: wanted.path }, rows }
  },
})

function targetOf({ scrapeTargets }: Baseline): Baseline['scrapeTargets'][number] | undefined {
  return scrapeTargets.find(target => target.job === job && !target.proposed)
}

function pathOf({ path }: FlyMetrics): string {
  return path?.value || usualPath
}
