import { addDays, daysBetween, toUtcDate, type LocalDate } from './dates'

/** The days that a plan is drawn over: whole weeks from Monday to Sunday. */
export interface Timeline {
  from: LocalDate
  days: number
}

/** First and last day of something planned; the last is part of it. */
export interface Span {
  startOn: LocalDate
  dueOn: LocalDate
}

/** What of a bar is moved. */
export type SpanPart = 'whole' | 'start' | 'end'

/** The weeks that hold all of these days; null without any. */
export function timelineOf(days: readonly LocalDate[]): Timeline | null {
  const sorted = [...days].sort()
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return null
  const from = mondayOf(first)
  return { from, days: daysBetween(from, mondayOf(last)) + 7 }
}

/** Where the first instant of a day stands on a timeline, in per cent of its width. */
export function positionOf(date: LocalDate, { from, days }: Timeline): number {
  return (daysBetween(from, date) / days) * 100
}

/** The Mondays of a timeline. */
export function weeksOf({ from, days }: Timeline): LocalDate[] {
  return Array.from({ length: days / 7 }, (_, week) => addDays(from, week * 7))
}

/** The first days of the months that begin on a timeline. */
export function monthsOf({ from, days }: Timeline): LocalDate[] {
  return Array.from({ length: days }, (_, day) => addDays(from, day)).filter(date => date.endsWith('-01'))
}

/**
 * The Mondays that can be labelled where a label takes `share` per cent of the width: as many as fit, at even
 * distances from the first.
 */
export function labelledWeeks(timeline: Timeline, share: number): LocalDate[] {
  const step = Math.max(1, Math.ceil((share * timeline.days) / 700))
  return weeksOf(timeline).filter((_, index) => index % step === 0)
}

/**
 * The days at which months can be named where a name takes `share` per cent of the width: the first of each month, of
 * each second, third, sixth or twelfth, or further apart, as many as fit. The first day of the timeline stands for its
 * month where there is room, and wherever no other is named.
 */
export function labelledMonths(timeline: Timeline, share: number): LocalDate[] {
  const { from, days } = timeline
  // The shortest month must hold a name.
  const wanted = (share * days) / 100 / 28
  const step = [1, 2, 3, 6].find(months => months >= wanted) ?? Math.ceil(wanted / 12) * 12
  const named = monthsOf(timeline).filter(on => monthNumber(on) % step === 0 && positionOf(on, timeline) + share <= 100)
  const [first] = named
  return first === undefined || positionOf(first, timeline) >= share ? [from, ...named.filter(on => on !== from)] : named
}

/** A span with a part of it moved by days; an end that is pulled over the other stops there. */
export function moveSpan({ startOn, dueOn }: Span, part: SpanPart, days: number): Span {
  const [start, due] = [addDays(startOn, days), addDays(dueOn, days)]
  if (part === 'whole') return { startOn: start, dueOn: due }
  if (part === 'start') return { startOn: start > dueOn ? dueOn : start, dueOn }
  return { startOn, dueOn: due < startOn ? startOn : due }
}

/** Months since the year 0, so that January of each twelfth year is a multiple of any step. */
function monthNumber(date: LocalDate): number {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return year * 12 + month - 1
}

function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -((toUtcDate(date).getUTCDay() + 6) % 7))
}
