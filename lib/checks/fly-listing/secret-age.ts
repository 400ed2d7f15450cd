import { daysBetween } from '@/lib/domain/dates'
import { check } from '../check'
import { dayOf } from '../instant'
import { isToCome } from './to-come'

/** Every secret was set anew within the time that the baseline allows. */
export const secretAge = check({
  id: 'fly-listing/secret-age',
  format: 'fly-secrets',
  subjects: ['secret-rotation'],
  findings: { old: 'fail', undated: 'inconclusive', impossible: 'inconclusive', 'no-target': 'inconclusive' },
  * run({ items, place }, { baseline, today }) {
    const limit = baseline.secretRotationDays
    if (limit === null) {
      yield { key: 'no-target', place }
      return
    }
    for (const { place, name, setAt, dated } of items) {
      if (setAt === null && !dated) continue
      if (setAt === null || isToCome(setAt, today)) yield { key: 'impossible', place, values: { name } }
      else {
        const days = daysBetween(dayOf(setAt), today)
        if (days > limit) yield { key: 'old', place, values: { name, days, limit } }
      }
    }
    const undated = items.filter(({ dated }) => !dated)
    if (undated[0]) yield { key: 'undated', place: undated[0].place, values: { count: undated.length } }
  },
})
