import clsx from 'clsx'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { labelledMonths, labelledWeeks, positionOf, type Timeline } from '@/lib/domain/timeline'
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

// What a label takes of the width, in per cent, where a page is as narrow as shows a timeline.
const monthShare = 12
const weekShare = 3.5

/** Months, the Mondays of weeks, and the days that stand out, each over its place. */
export function TimelineAxis({ language, timeline, marks }: TimelineAxisProps) {
  return (
    <div aria-hidden="true" className="relative h-16 text-small text-muted">
      {labelledMonths(timeline, monthShare).map(on => (
        <span key={on} style={{ left: `${positionOf(on, timeline)}%` }} className="absolute top-0 font-medium whitespace-nowrap">
          {formatShortMonth(on, language)}
        </span>
      ))}
      {labelledWeeks(timeline, weekShare).map(on => (
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
      {labelledWeeks(timeline, weekShare).map(on => <line key={on} {...line(on)} className="stroke-line" />)}
      {marks.map(({ on, label, isToday }) => (
        <line key={label} {...line(on)} strokeWidth={isToday ? 2 : 1} className={isToday ? 'stroke-ink' : 'stroke-edge'} />
      ))}
    </svg>
  )
}
