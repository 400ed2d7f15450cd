import { addDays } from '@/lib/domain/dates'
import { check } from '../check'
import { everySubject } from './subjects'

/** Days for which the longest lasting proof of a measurement holds in the assessment. Within them the validity of the evidence decides. */
const mostDays = 90

/** The measurement was made already, and not so long ago that it tells nothing of today. */
export const freshness = check({
  id: 'probe/freshness',
  format: 'probe-result',
  subjects: everySubject,
  findings: { future: 'fail', old: 'inconclusive', measured: 'info' },
  * run({ at, host, port }, { today }) {
    const day = at.text.slice(0, 'YYYY-MM-DD'.length)
    // The day of UTC begins before that of the Americas, by less than one.
    if (day > addDays(today, 1)) yield { key: 'future', place: at.place, values: { day } }
    else if (day < addDays(today, -mostDays)) yield { key: 'old', place: at.place, values: { day } }
    else yield { key: 'measured', place: at.place, values: { day, host, port } }
  },
})
