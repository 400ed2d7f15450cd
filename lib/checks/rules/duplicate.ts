import { check } from '../check'
import type { Rule } from '../formats/prometheus-rules'
import { rulesOf } from './alerts'

/** No rule stands twice, and no two record one series. */
export const duplicate = check({
  id: 'rules/duplicate',
  format: 'prometheus-rules',
  subjects: ['alert-rules'],
  findings: { repeated: 'fail', 'recorded-twice': 'warning' },
  * run(document, { filesOf }) {
    const seen = new Map<string, { file: string; rule: Rule }[]>()
    for (const { name: file, document: other } of filesOf('prometheus-rules')) {
      for (const rule of rulesOf(other)) {
        const identity = identityOf(rule)
        const earlier = seen.get(identity) ?? []
        seen.set(identity, [...earlier.slice(0, 1), { file, rule }])
        const same = earlier.find(one => expressionOf(one.rule) === expressionOf(rule))
        const twin = same ?? (rule.kind === 'record' ? earlier[0] : undefined)
        if (twin && other === document)
          yield { key: same ? 'repeated' : 'recorded-twice', place: rule.place, values: { rule: rule.name, file: twin.file, line: twin.rule.place.line } }
      }
      if (other === document) return
    }
  },
})

/** What its alerts or series are told from others by. */
function identityOf({ kind, name, labels }: Rule): string {
  return JSON.stringify([kind, name, [...labels].map(([label, { value }]) => [label, value]).sort()])
}

function expressionOf({ expr }: Rule): string {
  return expr.replace(/\s+/g, ' ').trim()
}
