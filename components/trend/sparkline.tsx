import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import type { Reading } from '@/lib/domain/trend'
import { ClaimSteps } from './claim-steps'
import { trendScale } from './time-scale'
import { trendText } from './trend'

interface SparklineProps {
  language: Language
  readings: readonly Reading[]
  startedOn: LocalDate | null
  goLiveOn: LocalDate | null
  today: LocalDate
}

const base = 31

/** The trend in a row's height, up to go-live; its sentence is its text alternative. */
export function Sparkline({ language, readings, startedOn, goLiveOn, today }: SparklineProps) {
  const first = readings[0]?.date ?? today
  const { at } = trendScale({ startedOn, goLiveOn, first, today })
  const most = Math.max(1, ...readings.map(({ total }) => total))
  return (
    <span className="block">
      <span className="sr-only">{trendText(readings, language)}</span>
      <svg width="100%" height="36" aria-hidden="true" className="block overflow-visible">
        <line x1="0" x2="100%" y1={base} y2={base} className="stroke-edge" />
        <ClaimSteps readings={readings} today={today} at={at} y={count => base - (count / most) * (base - 5)} base={base} />
      </svg>
    </span>
  )
}
