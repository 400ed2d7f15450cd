import { daysBetween } from '@/lib/domain/dates'
import { check } from '../check'
import { dayOf } from '../instant'

/** Every certificate that Fly serves is in service, and holds for as long as the baseline asks. */
export const certificates = check({
  id: 'fly-listing/certificates',
  format: 'fly-certificates',
  subjects: ['certificates'],
  findings: {
    'not-issued': 'fail', expired: 'fail', expiring: 'fail', 'no-status': 'inconclusive', 'no-end': 'inconclusive', impossible: 'inconclusive',
    'no-target': 'inconclusive',
  },
  * run({ items, place }, { baseline, today }) {
    const target = baseline.certificateDays
    if (target === null) yield { key: 'no-target', place }
    for (const { place, hostname, issued, status, ends } of items) {
      if (issued === null) yield { key: 'no-status', place, values: { hostname } }
      if (issued === false) yield { key: 'not-issued', place, values: { hostname, status } }
      for (const { place, instant } of ends) {
        const days = instant === null ? null : daysBetween(today, dayOf(instant))
        if (days === null) yield { key: 'impossible', place, values: { hostname } }
        else if (days < 0) yield { key: 'expired', place, values: { hostname, days: -days } }
        else if (target !== null && days < target) yield { key: 'expiring', place, values: { hostname, days, target } }
      }
    }
    const endless = items.filter(({ issued, ends }) => issued !== false && ends.length === 0)
    if (endless[0]) yield { key: 'no-end', place: endless[0].place, values: { count: endless.length } }
  },
})
