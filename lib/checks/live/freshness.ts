import { daysBetween, type LocalDate } from '@/lib/domain/dates'
import type { Found } from '../check'
import type { Instant } from '../formats/prometheus/instant'
import type { Place } from '../place'

/** Days for which a result of a test holds in the assessment; an older answer tells nothing of today. */
const mostDays = 30

/** The last of some moments; null where there is none. */
export function newestOf(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((newest, instant) => (instant && (!newest || instant.at > newest.at) ? instant : newest), null)
}

/** Finds that an answer, whose last moment is given, is of a day still to come or of one long past. */
export function * agesOf(newest: Instant | null, place: Place, today: LocalDate): Iterable<Found & { key: 'future' | 'old' }> {
  if (!newest) return
  const days = daysBetween(newest.day, today)
  // It may be tomorrow already where it was written.
  if (days < -1) yield { key: 'future', place, values: { day: newest.day } }
  if (days > mostDays) yield { key: 'old', place, values: { day: newest.day } }
}

/** Rounds that something may miss before it counts as left behind; a server that is busy misses one or two. */
const mostRounds = 5

/** Whether something was last seen to longer before the rest than a few rounds of `interval` seconds last. */
export function isBehind(last: Instant, newest: Instant, interval: number | null): boolean {
  return newest.at - last.at > mostRounds * (interval ?? 60) * 1_000
}
