import { fromUtcDate, isLocalDate, type LocalDate } from '@/lib/domain/dates'

const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?$/

/**
 * An instant as programs write it (RFC 3339; without a zone it is UTC), in milliseconds since 1970; null where it is
 * none, or the year 1 that Go writes for a time that was never set.
 */
export function instantOf(text: string | undefined): number | null {
  const [, day = '', time = '', zone = 'Z'] = written.exec(text ?? '') ?? []
  if (!isLocalDate(day) || day < '1970') return null
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2')
  const instant = Date.parse(`${day}T${time}${offset}`)
  return Number.isNaN(instant) ? null : instant
}

/** The day of an instant in UTC. */
export function dayOf(instant: number): LocalDate {
  return fromUtcDate(new Date(instant))
}
