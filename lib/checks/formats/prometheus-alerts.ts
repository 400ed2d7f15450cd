import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { get, textOf, type Tree } from '../syntax/tree'
import { isAnswerWith, labelOf, labelsOf, readItems } from './prometheus/answer'
import { instantOf, type Instant } from './prometheus/instant'
import type { Label } from './prometheus-config'

/** What `/api/v1/alerts` answers: the alerts that are pending or firing at that moment. */
export interface PrometheusAlerts {
  place: Place
  alerts: readonly ActiveAlert[]
}

export interface ActiveAlert {
  place: Place
  name: string
  labels: readonly Label[]
  state: string
  /** When it began, pending or firing. */
  activeAt: Instant | null
}

export const prometheusAlerts: TreeFormat<PrometheusAlerts> = {
  syntax: 'json',
  hint: /"activeAt"/,
  matches: tree => isAnswerWith(tree, 'alerts'),
  read: tree => {
    const alerts = readItems(get(tree, 'data', 'alerts'), 'data.alerts', alertOf)
    return alerts.ok ? { ok: true, value: { place: tree.place, alerts: alerts.value } } : alerts
  },
}

function alertOf(tree: Tree): ActiveAlert {
  const labels = labelsOf(get(tree, 'labels'))
  return {
    place: tree.place, name: labelOf(labels, 'alertname'), labels,
    state: textOf(get(tree, 'state')) ?? '', activeAt: instantOf(textOf(get(tree, 'activeAt'))),
  }
}
