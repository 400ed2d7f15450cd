import type { Baseline } from '@/lib/domain/baseline'
import { check, type Found } from '../check'
import type { ReceivedAlert } from '../formats/amtool-alerts'
import { matches, rowsOf } from './routes'

type Route = Baseline['alertRoutes'][number]
type Key = 'other-receiver' | 'no-receiver' | 'suppressed'

/** The alerts that reached Alertmanager go to the receivers that the assessment names for them. */
export const routing = check({
  id: 'live/routing',
  format: 'amtool-alerts',
  subjects: ['alert-routing'],
  findings: { 'other-receiver': 'fail', 'no-receiver': 'fail', suppressed: 'info', 'not-seen': 'inconclusive', 'no-routes': 'inconclusive' },
  * run({ place, alerts }, { baseline, filesOf }) {
    const { alertRoutes } = baseline
    if (alertRoutes.length === 0) yield { key: 'no-routes', place }
    for (const alert of alerts) yield * faultsOf(alert, alertRoutes)
    const seen = new Set(filesOf('amtool-alerts').flatMap(({ document }) => document.alerts.flatMap(({ receivers }) => receivers)))
    for (const receiver of new Set(alertRoutes.map(route => route.receiver)))
      if (!seen.has(receiver))
        yield { key: 'not-seen', place, values: { receiver }, rows: rowsOf(alertRoutes.filter(route => route.receiver === receiver)) }
  },
  rows: ({ alerts }, { baseline: { alertRoutes } }) => rowsOf(alerts.flatMap(alert =>
    routesFor(alert, alertRoutes).filter(({ receiver }) => alert.receivers.includes(receiver)))),
})

function * faultsOf(alert: ReceivedAlert, routes: Baseline['alertRoutes']): Iterable<Found & { key: Key }> {
  const { name, receivers, state, place } = alert
  const meant = routesFor(alert, routes)
  const expected = meant.map(({ receiver }) => receiver)
  const values = { alert: name }
  const rows = rowsOf(meant)
  if (receivers.length === 0) yield { key: 'no-receiver', place, values, rows }
  else if (expected.length > 0 && !receivers.some(receiver => expected.includes(receiver)))
    yield { key: 'other-receiver', place, values: { ...values, found: receivers.join(', '), receiver: expected.join(', ') }, rows }
  if (state === 'suppressed') yield { key: 'suppressed', place, values }
}

/**
 * Every route that fits may be meant, for the table does not say whether the first one ends the search; the one without
 * conditions is for what fits no other.
 */
function routesFor({ labels }: ReceivedAlert, routes: Baseline['alertRoutes']): Route[] {
  const fitting = routes.filter(({ match }) => matches(match, labels))
  const specific = fitting.filter(({ match }) => Object.keys(match).length > 0)
  return specific.length > 0 ? specific : fitting
}
