import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { get, itemsOf, textOf, type Tree } from '../syntax/tree'
import { labelOf, labelsOf, readItems } from './prometheus/answer'
import type { Label } from './prometheus-config'

/** What `amtool alert query -o json` prints, as `/api/v2/alerts` of Alertmanager answers: the alerts that reached it. */
export interface AmtoolAlerts {
  place: Place
  alerts: readonly ReceivedAlert[]
}

export interface ReceivedAlert {
  place: Place
  name: string
  labels: readonly Label[]
  /** `active`, `suppressed` or `unprocessed`. */
  state: string
  /** The expression that fired it, as a link to the server that evaluated it; empty for one that was sent by hand. */
  generatorUrl: string
  /** To whom its route sends it. */
  receivers: readonly string[]
}

export const amtoolAlerts: TreeFormat<AmtoolAlerts> = {
  syntax: 'json',
  hint: /"startsAt"/,
  matches: tree => {
    const [first] = itemsOf(tree)
    return get(first, 'labels', 'alertname') !== undefined && get(first, 'startsAt') !== undefined && get(first, 'receivers') !== undefined
  },
  read: tree => {
    const alerts = readItems(tree, 'alerts', alertOf)
    return alerts.ok ? { ok: true, value: { place: tree.place, alerts: alerts.value } } : alerts
  },
}

function alertOf(tree: Tree): ReceivedAlert {
  const labels = labelsOf(get(tree, 'labels'))
  return {
    place: tree.place,
    name: labelOf(labels, 'alertname'),
    labels,
    state: textOf(get(tree, 'status', 'state')) ?? '',
    generatorUrl: textOf(get(tree, 'generatorURL')) ?? '',
    receivers: itemsOf(get(tree, 'receivers')).flatMap(receiver => textOf(get(receiver, 'name')) ?? []),
  }
}
