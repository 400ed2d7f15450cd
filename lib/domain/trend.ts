import { countClaims, type Claims } from './claims'
import type { LocalDate } from './dates'
import type { Outcome } from './facts'
import type { DeclaredStatus, ItemKind } from './items'
import type { Verdict } from './verdict'

/** How an assessment stood at the end of a day, or stands today. */
export interface Reading extends Claims {
  date: LocalDate
  ceiling: Outcome
  effective: Outcome
  rule: Verdict['rule']
}

/** The reading that a verdict gives; it counts the go/no-go list. */
export function readingOf(
  items: readonly { code: string; kind: ItemKind; declaredStatus: DeclaredStatus }[], verdict: Verdict, date: LocalDate,
): Reading {
  const { ceiling, effective, rule } = verdict
  const checklist = items.filter(({ kind }) => kind === 'checklist')
  return { date, ceiling, effective, rule, ...countClaims(checklist, code => verdict.items.get(code)?.status ?? 'unmet') }
}

/** A reading and the day on which the next one differs; null where it still holds. */
export interface Stretch {
  reading: Reading
  until: LocalDate | null
}

/** Readings in ascending order of days as stretches in which nothing changed. A day without a reading was like the one before. */
export function stretchesOf(readings: readonly Reading[]): Stretch[] {
  const changes = readings.filter((reading, index) => index === 0 || !isSame(reading, readings[index - 1]))
  return changes.map((reading, index) => ({ reading, until: changes[index + 1]?.date ?? null }))
}

function isSame(one: Reading, other: Reading | undefined): boolean {
  return (['ceiling', 'effective', 'declared', 'proven', 'total'] as const).every(key => one[key] === other?.[key])
}
