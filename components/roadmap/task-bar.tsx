import clsx from 'clsx'
import { addDays } from '@/lib/domain/dates'
import { positionOf, type Span, type Timeline } from '@/lib/domain/timeline'

interface TaskBarProps {
  span: Span
  timeline: Timeline
  /** How much of what the task must bring about is proven, 0 to 1. */
  share: number
  /** Whether anybody has said that it began; until then its outline is broken. */
  begun: boolean
}

/** The days of a task as an outline, filled as far as it is proven. Drawn only: whoever uses it says the same in words. */
export function TaskBar({ span, timeline, share, begun }: TaskBarProps) {
  const left = positionOf(span.startOn, timeline)
  const width = positionOf(addDays(span.dueOn, 1), timeline) - left
  return (
    <div
      aria-hidden="true" style={{ left: `${left}%`, width: `${width}%` }}
      // A day of a plan of years is still seen.
      className={clsx('absolute top-1/2 h-4 min-w-1.5 -translate-y-1/2 border-[1.5px] border-accent bg-paper', !begun && 'border-dashed')}
    >
      <div style={{ width: `${Math.min(1, share) * 100}%` }} className="h-full bg-accent" />
    </div>
  )
}
