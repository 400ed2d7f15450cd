import { addDays } from '@/lib/domain/dates'
import { check } from '../check'
import { everySubject } from './subjects'

/** The measurement was made already. How old it may be is for the validity of the evidence to say. */
export const freshness = check({
  id: 'probe/freshness',
  format: 'probe-result',
  subjects: everySubject,
  findings: { future: 'fail', measured: 'info' },
  * run({ at, host, port }, { today }) {
    const day = at.text.slice(0, 'YYYY-MM-DD'.length)
    // The day of UTC begins before that of the Americas, by less than one.
    if (day > addDays(today, 1)) yield { key: 'future', place: at.place, values: { day } }
    else yield { key: 'measured', place: at.place, values: { day, host, port } }
  },
})
