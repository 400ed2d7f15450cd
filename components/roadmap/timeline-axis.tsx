import clsx from 'clsx'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { monthsOf, positionOf, weeksOf, type Timeline } from '@/lib/domain/timeline'
import { formatShortMonth } from '@/lib/i18n/format'

/** A day that stands out on a timeline. */
export interface TimelineMark {
  on: LocalDate
  label: string
  isToday?: boolean
}

interface TimelineAxisProps {
  language: Language
  timeline: Timeline
  marks: readonly TimelineMark[]
}

/** Months, the Mondays of weeks, and the days that stand out, each over its place. */
export function TimelineAxis({ language, timeline, marks }: TimelineAxisProps) {
  const { from } = timeline
  const months = [from, ...monthsOf(timeline).filter(on => on !== from)]
  return (
    <div aria-hidden="true" className="relative h-16 text-small text-muted">
      {months.map((on, index) => {
        const next = months[index + 1]
        const width = (next === undefined ? 100 : positionOf(next, timeline)) - positionOf(on, timeline)
        // A month of which too little is seen says nothing.
        return width > 12 && (
          <span key={on} style={{ left: `${positionOf(on, timeline)}%` }} className="absolute top-0 font-medium whitespace-nowrap">
            {formatShortMonth(on, language)}
          </span>
        )
      })}
      {weeksOf(timeline).map(on => (
        <span key={on} style={{ left: `${positionOf(on, timeline)}%` }} className="absolute top-5">{Number(on.slice(8))}</span>
      ))}
      {marks.map(({ on, label, isToday }) => {
        const at = positionOf(on, timeline)
        return (
          <span
            key={label} style={{ left: `${at}%` }}
            className={clsx('absolute top-11 whitespace-nowrap', isToday && 'font-medium text-ink', at > 90 ? '-translate-x-full' : at > 3 && '-translate-x-1/2')}
          >
            {label}
          </span>
        )
      })}
    </div>
  )
}

/** The lines of the axis, down all rows. */
export function TimelineLines({ timeline, marks }: Omit<TimelineAxisProps, 'language'>) {
  const line = (on: LocalDate) => {
    const x = `${positionOf(on, timeline)}%`
    return { x1: x, x2: x, y1: '0', y2: '100%' }
  }
  return (
    <svg width="100%" height="100%" className="overflow-visible">
      {weeksOf(timeline).map(on => <line key={on} {...line(on)} className="stroke-line" />)}
      {marks.map(({ on, label, isToday }) => (
        <line key={label} {...line(on)} strokeWidth={isToday ? 2 : 1} className={isToday ? 'stroke-ink' : 'stroke-edge'} />
      ))}
    </svg>
  )
}
