import { toUtcDate, type LocalDate } from './dates'
import type { Bilingual } from './language'

/** On which days an assessment's people work. It moves no deadline: dates stay as they were set. */
export interface Calendar {
  /** ISO week days, 1 is Monday. */
  workingDays: readonly number[]
  holidays: readonly { date: LocalDate; name: Bilingual }[]
}

/** A day on which nobody works, with the name of the holiday; null where it is its day of the week. */
export interface DayOff {
  holiday: Bilingual | null
}

/** Why `date` is no working day; null where it is one. A holiday at a weekend is the holiday. */
export function dayOffOn(date: LocalDate, { workingDays, holidays }: Calendar): DayOff | null {
  const holiday = holidays.find(one => one.date === date)
  if (holiday) return { holiday: holiday.name }
  // Sunday is 0 there, and 7 in ISO.
  const weekday = toUtcDate(date).getUTCDay() || 7
  return workingDays.includes(weekday) ? null : { holiday: null }
}
