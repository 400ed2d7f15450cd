import { addDays, daysBetween, type LocalDate } from '@/lib/domain/dates'
import { milestoneDays } from '@/lib/domain/milestones'

/** Where a day stands on a chart's width, in per cent. */
export type TimeScale = (date: LocalDate) => number

/** The days that a trend is drawn over: from T0 or the first reading to the last milestone, go-live or today. */
export function trendScale(
  { startedOn, goLiveOn, first, today }: Record<'startedOn' | 'goLiveOn', LocalDate | null> & Record<'first' | 'today', LocalDate>,
): { from: LocalDate; to: LocalDate; at: TimeScale } {
  const from = startedOn !== null && startedOn < first ? startedOn : first
  const last = Math.max(...milestoneDays)
  const ends = [today, ...(goLiveOn === null ? [] : [goLiveOn]), ...(startedOn === null ? [] : [addDays(startedOn, last)])]
  const to = ends.sort().at(-1) ?? today
  const days = Math.max(1, daysBetween(from, to))
  return { from, to, at: date => Math.min(100, Math.max(0, (daysBetween(from, date) / days) * 100)) }
}
