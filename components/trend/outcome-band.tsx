import clsx from 'clsx'
import { OutcomeShape, OutcomeWord } from '@/components/status/outcome-word'
import type { LocalDate } from '@/lib/domain/dates'
import type { Outcome } from '@/lib/domain/facts'
import type { Language } from '@/lib/domain/language'
import type { Reading } from '@/lib/domain/trend'
import type { TimeScale } from './time-scale'

interface OutcomeBandProps {
  language: Language
  readings: readonly Reading[]
  today: LocalDate
  at: TimeScale
}

const grounds: Record<Outcome, string> = {
  no_go: 'border-danger bg-danger-soft', conditional_go: 'border-warn bg-warn-soft', go: 'border-good bg-good-soft',
}

/** What held, day by day, as a band; its words stand where there is room, the last beside its end. */
export function OutcomeBand({ language, readings, today, at }: OutcomeBandProps) {
  const changes = readings.filter(({ effective }, index) => effective !== readings[index - 1]?.effective)
  const runs = changes.map(({ date, effective }, index) => ({
    date, effective, from: at(date), to: at(changes[index + 1]?.date ?? today),
  }))
  const last = runs.at(-1)
  // The words of the last run stand in the empty future as long as there is enough of it.
  const beside = last !== undefined && last.to - last.from < roomForWords && last.to < 100 - roomForWords
  return (
    <div className="relative h-7 border-y border-line">
      {runs.map(({ date, effective, from, to }) => (
        <div
          key={date} style={{ left: `${from}%`, width: `${to - from}%` }}
          className={clsx('absolute inset-y-0 flex min-w-0.5 items-center overflow-hidden border-l-2 whitespace-nowrap', grounds[effective])}
        >
          {to - from >= roomForWords ? <OutcomeWord outcome={effective} language={language} size="inline" />
            : to - from >= roomForShape && <OutcomeShape outcome={effective} />}
        </div>
      ))}
      {last && beside && (
        <div style={{ left: `${last.to}%` }} className="absolute inset-y-0 px-2 whitespace-nowrap">
          <OutcomeWord outcome={last.effective} language={language} size="inline" />
        </div>
      )}
    </div>
  )
}

// In per cent of the width; the words stand in the table and beside the last run in any case.
const roomForWords = 35
const roomForShape = 6
