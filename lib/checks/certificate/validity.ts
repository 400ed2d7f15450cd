import { daysBetween } from '@/lib/domain/dates'
import { check } from '../check'
import { dayOf } from '../instant'

/** Every certificate of the file holds today, and for as long as the baseline asks. */
export const validity = check({
  id: 'certificate/validity',
  format: 'pem-certificate',
  subjects: ['certificates'],
  findings: { expired: 'fail', expiring: 'fail', 'not-yet': 'fail', 'no-target': 'inconclusive', until: 'info' },
  * run({ certificates, place }, { baseline, today }) {
    const target = baseline.certificateDays
    if (target === null) yield { key: 'no-target', place }
    for (const { place, name, from, until } of certificates) {
      const days = daysBetween(today, dayOf(until))
      // The day of an assessment in the Americas lags that of UTC by one at most.
      if (daysBetween(today, dayOf(from)) > 1 || until < from) yield { key: 'not-yet', place, values: { name, day: dayOf(from) } }
      else if (days < 0) yield { key: 'expired', place, values: { name, days: -days } }
      else if (target !== null && days < target) yield { key: 'expiring', place, values: { name, days, target } }
      else yield { key: 'until', place, values: { name, day: dayOf(until) } }
    }
  },
})
