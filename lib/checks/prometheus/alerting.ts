import { check } from '../check'
import { get, itemsOf, placeOf, textOf } from '../syntax/tree'

/** Rules are loaded, and alerts are sent to an Alertmanager. */
export const alerting = check({
  id: 'prometheus/alerting',
  format: 'prometheus-config',
  subjects: ['alert-rules', 'alert-routing'],
  findings: { 'no-rule-files': 'fail', 'no-alertmanager': 'fail', 'no-address': 'fail', 'old-api': 'fail', 'drops-alerts': 'warning' },
  * run({ tree, ruleFiles, alertmanagers }) {
    if (ruleFiles.length === 0) yield { key: 'no-rule-files', place: placeOf(tree, 'rule_files') }
    if (alertmanagers.length === 0) yield { key: 'no-alertmanager', place: placeOf(tree, 'alerting') }
    for (const { targets, discovery, place, tree: entry } of alertmanagers) {
      if (targets.length === 0 && discovery.length === 0) yield { key: 'no-address', place }
      if (textOf(get(entry, 'api_version')) === 'v1') yield { key: 'old-api', place: placeOf(entry, 'api_version') }
    }
    for (const relabel of itemsOf(get(tree, 'alerting', 'alert_relabel_configs')))
      if (['drop', 'keep'].includes((textOf(get(relabel, 'action')) ?? '').toLowerCase())) yield { key: 'drops-alerts', place: relabel.place }
  },
})
