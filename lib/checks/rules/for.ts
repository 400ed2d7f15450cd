import { check } from '../check'
import { alertsOf, pages } from './alerts'

const longestMinutes = 15

/** A critical alert waits long enough not to fire at a moment's trouble, and not so long that help comes late. */
export const forCheck = check({
  id: 'rules/for',
  format: 'prometheus-rules',
  subjects: ['alert-rules'],
  findings: { 'fires-at-once': 'warning', late: 'warning' },
  * run(document) {
    for (const rule of alertsOf(document).filter(pages)) {
      const { name: alert, place, for: wait } = rule
      if (!wait) yield { key: 'fires-at-once', place, values: { alert } }
      else if (wait > longestMinutes * 60_000) yield { key: 'late', place, values: { alert, minutes: Math.round(wait / 60_000), limit: longestMinutes } }
    }
  },
})
