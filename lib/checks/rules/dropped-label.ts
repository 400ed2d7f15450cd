import { rowKey } from '@/lib/domain/baseline-rows'
import { rowsCoveredBy } from '../alertmanager/covers'
import { check, type Context } from '../check'
import type { Rule } from '../formats/prometheus-rules'
import { hasLabel } from '../promql/labels'
import { alertsOf, everyRule, fixedLabel } from './alerts'

/** Alerts that one inhibits carry the labels by which both are compared. */
export const droppedLabel = check({
  id: 'rules/dropped-label',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'inhibitions'],
  findings: { 'never-inhibited': 'fail', 'never-inhibits': 'fail' },
  * run(document, context) {
    const all = everyRule(context).filter(({ kind }) => kind === 'alert')
    for (const { source, target, equal, rows } of inhibitionsOf(context)) {
      const sources = new Set(all.filter(rule => source.every(condition => fulfils(rule, condition))))
      const targets = new Set(all.filter(rule => target.every(condition => fulfils(rule, condition))))
      for (const label of equal) {
        const carries = (rule: Rule) => mayCarry(rule, label)
        const carrier = [...sources].find(carries)
        const carried = [...targets].find(carries)
        // Without the label on either side both are empty, and equal.
        for (const rule of alertsOf(document).filter(one => !carries(one))) {
          const { name: alert, exprPlace: place } = rule
          if (targets.has(rule) && carrier) yield { key: 'never-inhibited', place, values: { alert, source: carrier.name, label }, rows }
          if (sources.has(rule) && carried) yield { key: 'never-inhibits', place, values: { alert, target: carried.name, label }, rows }
        }
      }
    }
  },
})

interface Condition {
  label: string
  accepts: (value: string) => boolean
}

interface Inhibition {
  source: readonly Condition[]
  target: readonly Condition[]
  equal: readonly string[]
  /** Keys of the rows of the baseline that it is. */
  rows: readonly string[]
}

/** Those of the configurations of Alertmanager that were given, else those of the baseline. */
function inhibitionsOf({ filesOf, baseline }: Context): Inhibition[] {
  const configs = filesOf('alertmanager-config')
  if (configs.length > 0)
    return configs.flatMap(({ document }) => document.inhibitRules).map(rule =>
      ({ ...rule, equal: rule.equal.map(({ label }) => label), rows: rowsCoveredBy(rule, baseline) }))
  const conditions = (match: Readonly<Record<string, string>>) =>
    Object.entries(match).map(([label, value]) => ({ label, accepts: (given: string) => given === value }))
  return baseline.inhibitions.map(row =>
    ({ source: conditions(row.source), target: conditions(row.target), equal: row.equal, rows: [rowKey('inhibitions', row)] }))
}

/** Only what the rule itself settles counts: a label that comes from its series is not known to match. */
function fulfils(rule: Rule, { label, accepts }: Condition): boolean {
  const value = label === 'alertname' ? rule.name : fixedLabel(rule, label)
  if (value !== null) return accepts(value)
  return !mayCarry(rule, label) && accepts('')
}

function mayCarry({ labels, expression }: Rule, label: string): boolean {
  return label === 'alertname' || labels.has(label) || hasLabel(expression.labels, label)
}
