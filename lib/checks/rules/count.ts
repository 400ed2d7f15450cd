import { check } from '../check'
import { everyRule, speaksForAll } from './alerts'

/** The alerts that are there are those that the assessment speaks of, and all were reviewed. */
export const count = check({
  id: 'rules/count',
  format: 'prometheus-rules',
  subjects: ['alert-rules'],
  findings: { 'no-alerts': 'inconclusive', 'not-all-given': 'inconclusive', 'more-than-stated': 'warning', 'not-all-reviewed': 'info' },
  * run(document, context) {
    if (!speaksForAll(document, context)) return
    const { alertRules } = context.baseline
    const given = everyRule(context).filter(({ kind }) => kind === 'alert').length
    const place = document.groups[0]?.place ?? { line: 1, column: 1 }
    if (given === 0) yield { key: 'no-alerts', place }
    if (!alertRules) return
    const { present, reviewed } = alertRules
    if (given > 0 && given < present) yield { key: 'not-all-given', place, values: { given, present, missing: present - given } }
    if (given > present) yield { key: 'more-than-stated', place, values: { given, present } }
    if (reviewed < present) yield { key: 'not-all-reviewed', place, values: { reviewed, present } }
  },
})
