import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check, ofRows, type Context, type Found } from '../check'
import type { MetricFamily } from '../formats/metrics-exposition'
import { isOfServer } from './programs'

type Key = 'missing' | 'wrong-type' | 'missing-label' | 'other-label' | 'no-samples'

/** Every metric of the assessment's catalogue is exposed, of its type and with its labels and no others. */
export const catalogue = check({
  id: 'exposition/catalogue',
  format: 'metrics-exposition',
  subjects: ['metrics-catalogue', 'websocket-metrics'],
  findings: {
    missing: 'fail', 'wrong-type': 'fail', 'missing-label': 'fail', 'other-label': 'fail', 'no-samples': 'inconclusive',
    'no-catalogue': 'inconclusive', 'other-endpoint': 'inconclusive',
  },
  * run(document, context) {
    const start = { line: 1, column: 1 }
    if (context.baseline.metrics.length === 0) yield { key: 'no-catalogue', place: start }
    else if (isOfServer(document)) yield { key: 'other-endpoint', place: start }
    else for (const metric of context.baseline.metrics) {
      const family = document.families.find(({ name }) => name === metric.name)
      const rows = [rowKey('metrics', metric)]
      if (family) yield * ofRows(rows, compare(metric, family))
      else if (!isElsewhere(metric.name, context)) yield { key: 'missing', place: start, values: { metric: metric.name, type: metric.type }, rows }
    }
  },
  rows: ({ families }, { baseline }) => {
    const exposed = new Set(families.map(({ name }) => name))
    return baseline.metrics.filter(({ name }) => exposed.has(name)).map(metric => rowKey('metrics', metric))
  },
})

function * compare(metric: Baseline['metrics'][number], family: MetricFamily): Iterable<Found & { key: Key }> {
  const values = { metric: metric.name }
  const place = family.typePlace ?? family.place
  if (family.type !== metric.type) yield { key: 'wrong-type', place, values: { ...values, type: metric.type, found: family.type } }
  if (family.samples === 0) {
    yield { key: 'no-samples', place, values }
    return
  }
  for (const label of metric.labels)
    if (family.labels.get(label)?.samples !== family.samples) yield { key: 'missing-label', place: family.place, values: { ...values, label } }
  for (const label of family.labels.values())
    if (!metric.labels.includes(label.name)) yield { key: 'other-label', place: label.place, values: { ...values, label: label.name } }
}

/** Whether another answer that was given with it, of another process, has the metric. */
function isElsewhere(name: string, { filesOf }: Context): boolean {
  return filesOf('metrics-exposition').some(({ document }) => document.families.some(family => family.name === name))
}
