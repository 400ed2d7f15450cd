import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check } from '../check'
import type { Values } from '../finding'
import type { InhibitRule } from '../formats/alertmanager-config'
import type { AlertMatcher } from '../formats/alertmanager/matchers'
import { placeOf } from '../syntax/tree'
import { covers } from './covers'

type Row = Baseline['inhibitions'][number]

/** What the assessment's table says that silences what is silenced so, and nothing else. */
export const inhibitions = check({
  id: 'alertmanager/inhibitions',
  format: 'alertmanager-config',
  subjects: ['inhibitions'],
  findings: { missing: 'fail', 'equal-differs': 'fail', broader: 'warning', 'not-in-table': 'warning', 'no-table': 'inconclusive' },
  * run({ tree, inhibitRules }, { baseline }) {
    const rows = baseline.inhibitions
    if (rows.length === 0) return yield { key: 'no-table', place: placeOf(tree, 'inhibit_rules') }
    for (const row of rows) {
      const about = [rowKey('inhibitions', row)]
      const values: Values = { source: written(row.source), target: written(row.target), expected: listed(row.equal) }
      const covering = inhibitRules.filter(rule => covers(rule, row))
      const right = covering.filter(rule => sameEqual(rule, row))
      const [other] = covering
      if (right.some(rule => isExact(rule, row))) continue
      if (right[0]) yield { key: 'broader', place: right[0].place, values, rows: about }
      else if (other) yield { key: 'equal-differs', place: other.place, values: { ...values, found: listed(other.equal.map(({ label }) => label)) }, rows: about }
      else yield { key: 'missing', place: placeOf(tree, 'inhibit_rules'), values, rows: about }
    }
    for (const rule of inhibitRules)
      if (!rows.some(row => covers(rule, row))) yield { key: 'not-in-table', place: rule.place }
  },
  rows: (_, { baseline }) => baseline.inhibitions.map(row => rowKey('inhibitions', row)),
})

function sameEqual({ equal }: InhibitRule, row: Row): boolean {
  const labels = new Set(equal.map(({ label }) => label))
  return labels.size === new Set(row.equal).size && row.equal.every(label => labels.has(label))
}

/** Whether it asks for each label of the row, so that it silences no more. */
function isExact({ source, target }: InhibitRule, row: Row): boolean {
  const asks = (matchers: readonly AlertMatcher[], labels: Readonly<Record<string, string>>) =>
    Object.keys(labels).every(label => matchers.some(one => one.label === label && (one.operator === '=' || one.operator === '=~')))
  return asks(source, row.source) && asks(target, row.target)
}

function listed(labels: readonly string[]): string {
  return labels.join(', ') || '–'
}

function written(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels).map(([label, value]) => `${label}=${value}`).join(', ') || '{}'
}
