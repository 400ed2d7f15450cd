import { check } from '../check'
import { everyRule, speaksForAll } from './alerts'

/** The alerts that are there are those that the assessment speaks of, and all were reviewed. */
export const count = check({
  id: 'rules/count',
  format: 'prometheus-rules',
  subjects: ['alert-rules'],
  findings: { 'not-all-given': 'inconclusive', 'more-than-stated': 'warning', 'not-all-reviewed': 'info' },
  * run(document, context) {
    const { alertRules } = context.baseline
    if (!alertRules || !speaksForAll(document, context)) return
    const { present, reviewed } = alertRules
    const given = everyRule(context).filter(({ kind }) => kind === 'alert').length
    const place = document.groups[0]?.place ?? { line: 1, column: 1 }
    if (given < present) yield { key: 'not-all-given', place, values: { given, present, missing: present - given } }
    if (given > present) yield { key: 'more-than-stated', place, values: { given, present } }
    if (reviewed < present) yield { key: 'not-all-reviewed', place, values: { reviewed, present } }
  },
})
