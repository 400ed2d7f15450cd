import type { Baseline } from '@/lib/domain/baseline'
import { check, type Found } from '../check'
import type { ReceivedAlert } from '../formats/amtool-alerts'
import { matches } from './routes'

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
      if (!seen.has(receiver)) yield { key: 'not-seen', place, values: { receiver } }
  },
})

function * faultsOf({ name, labels, receivers, state, place }: ReceivedAlert, routes: Baseline['alertRoutes']): Iterable<Found & { key: Key }> {
  // Every route that fits may be meant, for the table does not say whether the first one ends the search; the one without
  // conditions is for what fits no other.
  const fitting = routes.filter(({ match }) => matches(match, labels))
  const specific = fitting.filter(({ match }) => Object.keys(match).length > 0)
  const expected = (specific.length > 0 ? specific : fitting).map(({ receiver }) => receiver)
  const values = { alert: name }
  if (receivers.length === 0) yield { key: 'no-receiver', place, values }
  else if (expected.length > 0 && !receivers.some(receiver => expected.includes(receiver)))
    yield { key: 'other-receiver', place, values: { ...values, found: receivers.join(', '), receiver: expected.join(', ') } }
  if (state === 'suppressed') yield { key: 'suppressed', place, values }
}
