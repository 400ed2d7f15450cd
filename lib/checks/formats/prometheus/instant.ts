/** A moment as it was written. */
export interface Instant {
  /** Milliseconds since 1970. */
  at: number
  /** The day that it is where it was written. */
  day: string
}

const pattern = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d{1,9})?\s?([Zz]|[+-]\d\d:\d\d)$/

/**
 * A moment of RFC 3339, to the nanosecond as Prometheus writes it. Null for anything else, and for the year 1, with which Go
 * says that there was none.
 */
export function instantOf(text: string | undefined): Instant | null {
  const [, day, time, fraction = '', zone] = pattern.exec(text ?? '') ?? []
  if (!day || !time || !zone || day.startsWith('0001-')) return null
  const at = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${zone.toUpperCase()}`)
  // JavaScript takes the 31st of February for a day of March.
  const isDay = Number.isFinite(at) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return isDay ? { at, day } : null
}
