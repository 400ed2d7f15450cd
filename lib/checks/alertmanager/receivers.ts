import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check } from '../check'
import type { AlertRoute } from '../formats/alertmanager-config'
import { placeOf } from '../syntax/tree'

/** Every receiver is used, and tells somebody; those that the assessment names are there. */
export const receivers = check({
  id: 'alertmanager/receivers',
  format: 'alertmanager-config',
  subjects: ['alert-receivers'],
  findings: { missing: 'fail', silent: 'fail', discards: 'warning', unused: 'warning' },
  * run({ tree, route, receivers }, { baseline }) {
    const used = receiversUnder(route)
    const asked = new Set(baseline.alertRoutes.map(({ receiver }) => receiver))
    const defined = new Set(receivers.map(({ name }) => name))
    for (const receiver of asked)
      if (!defined.has(receiver)) yield { key: 'missing', place: placeOf(tree, 'receivers'), values: { receiver }, rows: rowsOf(receiver, baseline) }
    for (const { name, place, integrations } of receivers) {
      const values = { receiver: name }
      const rows = rowsOf(name, baseline)
      if (!used.has(name)) yield { key: 'unused', place, values, rows }
      if (integrations.length > 0) continue
      if (asked.has(name) || route.receiver === name) yield { key: 'silent', place, values, rows }
      else if (used.has(name)) yield { key: 'discards', place, values, rows }
    }
  },
})

/** Keys of the routes of the assessment that lead to a receiver. */
function rowsOf(receiver: string, { alertRoutes }: Baseline): string[] {
  return alertRoutes.filter(route => route.receiver === receiver).map(route => rowKey('alertRoutes', route))
}

function receiversUnder(route: AlertRoute): Set<string> {
  return new Set([...(route.receiver === null ? [] : [route.receiver]), ...route.routes.flatMap(child => [...receiversUnder(child)])])
}
