import type { LocalDate } from '@/lib/domain/dates'
import { stretchesOf, type Reading } from '@/lib/domain/trend'
import type { TimeScale } from './time-scale'

interface ClaimStepsProps {
  /** Ascending by day; the last holds until `today`. */
  readings: readonly Reading[]
  today: LocalDate
  at: TimeScale
  /** Where a count stands, in pixels from the top. */
  y: (count: number) => number
  /** Where nothing stands. */
  base: number
}

/** Counts over time as parts of an SVG: what is proven filled, what is declared as an outline over it, ending in disc and ring. */
export function ClaimSteps({ readings, today, at, y, base }: ClaimStepsProps) {
  const stretches = stretchesOf(readings).map(({ reading, until }) => ({
    ...reading, from: at(reading.date), to: at(until ?? today),
  }))
  const last = stretches.at(-1)
  if (last === undefined) return null
  return (
    <>
      {stretches.map(({ date, from, to, proven }) => (
        <rect
          key={date} x={`${from}%`} width={`${to - from}%`} y={y(proven)} height={base - y(proven)} className="fill-accent"
        />
      ))}
      <g strokeWidth="1.5" className="stroke-accent">
        {stretches.map(({ date, from, to, declared }, index) => {
          const before = stretches[index - 1]
          return (
            <g key={date}>
              {before && <line x1={`${from}%`} x2={`${from}%`} y1={y(before.declared)} y2={y(declared)} />}
              <line x1={`${from}%`} x2={`${to}%`} y1={y(declared)} y2={y(declared)} />
            </g>
          )
        })}
        <circle cx={`${last.to}%`} cy={y(last.declared)} r="4" className="fill-paper" />
      </g>
      <circle cx={`${last.to}%`} cy={y(last.proven)} r={last.proven === last.declared ? 2 : 4} className="fill-accent" />
    </>
  )
}
