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

/** A span with a part of it moved by days; an end that is pulled over the other stops there. */
export function moveSpan({ startOn, dueOn }: Span, part: SpanPart, days: number): Span {
  const [start, due] = [addDays(startOn, days), addDays(dueOn, days)]
  if (part === 'whole') return { startOn: start, dueOn: due }
  if (part === 'start') return { startOn: start > dueOn ? dueOn : start, dueOn }
  return { startOn, dueOn: due < startOn ? startOn : due }
}

function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -((toUtcDate(date).getUTCDay() + 6) % 7))
}
