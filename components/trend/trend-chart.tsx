import clsx from 'clsx'
import { addDays, type LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { milestoneDays } from '@/lib/domain/milestones'
import type { Reading } from '@/lib/domain/trend'
import { formatDay } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { ClaimSteps } from './claim-steps'
import { OutcomeBand } from './outcome-band'
import { trendScale } from './time-scale'

interface TrendChartProps {
  language: Language
  /** Ascending by day; the last is today's. */
  readings: readonly Reading[]
  startedOn: LocalDate | null
  goLiveOn: LocalDate | null
  today: LocalDate
}

const top = 36
const base = 136
const height = 144

/**
 * What was declared and proven day by day, and what held, drawn on the server; only horizontal positions follow the
 * width, so that its words stay readable on a phone and on paper. Drawn only: whoever uses it gives the same as a table.
 */
export function TrendChart({ language, readings, startedOn, goLiveOn, today }: TrendChartProps) {
  const t = translator(language)
  const [first] = readings
  const now = readings.at(-1)
  if (first === undefined || now === undefined) return null
  const { from, to, at } = trendScale({ startedOn, goLiveOn, first: first.date, today })
  const most = Math.max(1, ...readings.map(({ total }) => total))
  const y = (count: number) => base - (count / most) * (base - top)
  const marks = marksOf(startedOn, goLiveOn)
  // On a phone the words of go-live need the room of a milestone next to it; the axis still gives its date.
  const isCrowded = (on: LocalDate) => marks.some(mark => mark.isGoLive && Math.abs(at(mark.on) - at(on)) < 40)
  const side = at(today) > 60 ? { textAnchor: 'end', dx: -10 } as const : { textAnchor: 'start', dx: 10 } as const
  const provenY = Math.min(base - 4, y(now.proven) + 4)

  return (
    <div aria-hidden="true">
      <svg width="100%" height={height} className="block overflow-visible">
        <line x1="0" x2="100%" y1={top} y2={top} className="stroke-line" />
        <text x="0" y={top - 4} className="fill-muted text-small">{t('trend.ofTotal', { total: most })}</text>
        <line x1="0" x2="100%" y1={base} y2={base} className="stroke-edge" />
        {marks.map(({ on, day, isGoLive }) => (
          <g key={on}>
            <line
              x1={`${at(on)}%`} x2={`${at(on)}%`} y1={isGoLive ? 16 : 20} y2={height} strokeDasharray={isGoLive ? undefined : '2 3'}
              className={isGoLive ? 'stroke-ink' : 'stroke-edge'}
            />
            <text
              x={`${at(on)}%`} y="12" {...anchorAt(at(on))}
              className={isGoLive ? 'fill-ink text-small font-medium' : clsx('fill-muted text-small', isCrowded(on) && 'phone:hidden')}
            >
              {day === null ? t('trend.goLive') : t(isGoLive ? 'trend.dayAndGoLive' : 'trend.day', { day })}
            </text>
          </g>
        ))}
        <ClaimSteps readings={readings} today={today} at={at} y={y} base={base} />
        <g strokeWidth="4" paintOrder="stroke" className="fill-ink stroke-paper text-small">
          <text x={`${at(today)}%`} y={Math.min(y(now.declared) + 4, provenY - 18)} {...side}>
            {t('trend.declared', { count: now.declared })}
          </text>
          <text x={`${at(today)}%`} y={provenY} {...side} className="font-medium">
            {t('trend.proven', { count: now.proven })}
          </text>
        </g>
      </svg>
      <OutcomeBand language={language} readings={readings} today={today} at={at} />
      <svg width="100%" height="20" className="block overflow-visible">
        {axisDays(from, to, marks.map(({ on }) => on), at).map(on => (
          <text key={on} x={`${at(on)}%`} y="15" {...anchorAt(at(on))} className="fill-muted text-small">
            {formatDay(on, language)}
          </text>
        ))}
      </svg>
    </div>
  )
}

interface Mark {
  on: LocalDate
  /** The milestone's day; null for a go-live that falls on none. */
  day: number | null
  isGoLive: boolean
}

function marksOf(startedOn: LocalDate | null, goLiveOn: LocalDate | null): Mark[] {
  const milestones = startedOn === null ? [] : milestoneDays.map((day): Mark => {
    const on = addDays(startedOn, day)
    return { on, day, isGoLive: on === goLiveOn }
  })
  if (goLiveOn === null || milestones.some(({ isGoLive }) => isGoLive)) return milestones
  return [...milestones, { on: goLiveOn, day: null, isGoLive: true }]
}

function anchorAt(percent: number) {
  return { textAnchor: percent < 8 ? 'start' : percent > 92 ? 'end' : 'middle' } as const
}

/** The days that the axis names: its ends and marks, as far as their words do not touch. */
function axisDays(from: LocalDate, to: LocalDate, marks: readonly LocalDate[], at: (date: LocalDate) => number): LocalDate[] {
  const named = [from, to]
  for (const on of marks) if (named.every(other => Math.abs(at(other) - at(on)) > 18)) named.push(on)
  return named
}
