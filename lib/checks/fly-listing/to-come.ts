import { daysBetween, type LocalDate } from '@/lib/domain/dates'
import { dayOf } from '../instant'

/** Whether an instant is later than now can be: the day of an assessment in the Americas lags that of UTC by one at most. */
export function isToCome(instant: number, today: LocalDate): boolean {
  return daysBetween(today, dayOf(instant)) > 1
}
