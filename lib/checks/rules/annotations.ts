import { check } from '../check'
import { isFiller } from '../filler'
import { hasLabel } from '../promql/labels'
import { alertsOf, pages } from './alerts'

/** Every alert says what happens and what to do, and names no label that it does not carry. */
export const annotations = check({
  id: 'rules/annotations',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'alert-delivery'],
  findings: { 'no-summary': 'fail', 'critical-without-runbook': 'fail', 'no-runbook': 'warning', 'lost-label': 'warning' },
  * run(document) {
    for (const rule of alertsOf(document)) {
      const { name: alert, place, labels, annotations, expression } = rule
      const has = (...names: readonly string[]) => names.some(name => !isFiller(annotations.get(name)?.value ?? ''))
      if (!has('summary')) yield { key: 'no-summary', place, values: { alert } }
      if (!has('runbook_url', 'runbook')) yield { key: pages(rule) ? 'critical-without-runbook' : 'no-runbook', place, values: { alert } }
      for (const [field, text] of [...labels, ...annotations])
        for (const label of text.shows)
          if (!hasLabel(expression.labels, label)) yield { key: 'lost-label', place: text.place, values: { alert, field, label } }
    }
  },
})
