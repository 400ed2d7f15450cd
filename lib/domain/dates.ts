/**
 * A calendar day without a time, `YYYY-MM-DD`. Deadlines are local dates: they end at midnight
 * in the assessment's time zone. ISO text sorts as time does, so `<` compares two of them.
 */
export type LocalDate = string

const DAY = 86_400_000

/** The day that it is at `instant` in `timeZone` (IANA name). */
export function localDateAt(instant: Date, timeZone: string): LocalDate {
  const parts = formatterOf(timeZone).formatToParts(instant)
  const part = (type: string) => parts.find(p => p.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

// Making a formatter costs many times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'iso8601',
  })
  formatters.set(timeZone, made)
  return made
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtcDate(new Date(toUtcDate(date).getTime() + days * DAY))
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toUtcDate(to).getTime() - toUtcDate(from).getTime()) / DAY)
}

/** The first instant of `date` in `timeZone`: midnight, or where clocks skip midnight the instant after the gap. */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  // No zone is further than 14 hours from UTC and transitions are rare, so the first instant lies within
  // this window, and `localDateAt` is monotonic in it: bisect to the millisecond.
  let before = toUtcDate(date).getTime() - DAY
  let from = toUtcDate(date).getTime() + DAY
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (localDateAt(new Date(middle), timeZone) < date) before = middle
    else from = middle
  }
  return new Date(from)
}

/** The instant at which a deadline of `date` is over: the first of the next day. */
export function endOfDay(date: LocalDate, timeZone: string): Date {
  return startOfDay(addDays(date, 1), timeZone)
}

/** A `date` column (midnight UTC) as a local date. */
export function fromUtcDate(date: Date): LocalDate {
  return date.toISOString().slice(0, 10)
}

/** A local date as a `date` column wants it (midnight UTC). */
export function toUtcDate(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** Whether `value` is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = toUtcDate(value)
  return !Number.isNaN(date.getTime()) && fromUtcDate(date) === value
}

/** Whether `value` is a time zone of the IANA database, such as America/Bogota. */
export function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return localDateAt(new Date(0), value) !== ''
  } catch {
    return false
  }
}
