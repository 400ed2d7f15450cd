import { Due } from '@/components/status/due'
import { ClaimShape, type ClaimCounts } from '@/components/status/claim-shape'
import { Disc, Ring } from '@/components/ui/shapes'
import type { Calendar } from '@/lib/domain/calendar'
import type { Language } from '@/lib/domain/language'
import type { LastDay } from '@/lib/domain/path-to-go'
import type { EarliestGo } from '@/lib/domain/verdict-path'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import { translator, type Translate } from '@/lib/i18n/translate'

interface KeyFiguresProps {
  language: Language
  today: string
  calendar: Calendar
  startedOn: string | null
  goLiveOn: string | null
  /** Of the go/no-go list. */
  claims: ClaimCounts
  earliest: EarliestGo
  /** The day on which the plan reaches go, and what it takes; null where it cannot be told. */
  last: LastDay | null
}

/** What is claimed beside what is proven of the list, and the days that frame it. */
export function KeyFigures({ language, today, calendar, startedOn, goLiveOn, claims, earliest, last }: KeyFiguresProps) {
  const t = translator(language)
  const { declared, proven, total } = claims
  return (
    <div className="rounded-sm border border-line bg-raised p-4 desk:self-start">
      <dl className="grid grid-cols-2 gap-4">
        <Figure label={t('summary.declared')} shape={<Ring size={12} />} value={formatNumber(declared, language)} />
        <Figure label={t('summary.proven')} shape={<Disc size={12} />} value={formatNumber(proven, language)} />
      </dl>
      <ClaimShape {...claims} className="mt-3" />
      <p className="mt-1 text-small text-muted">{t('summary.ofItems', { total })}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3">
        {startedOn && <><dt className="text-muted">{t('summary.started')}</dt><dd>{formatDate(startedOn, language)}</dd></>}
        <dt className="text-muted">{t('summary.goLive')}</dt>
        <dd><Due date={goLiveOn} today={today} language={language} calendar={calendar} /></dd>
        <dt className="col-span-2 text-muted">{t('turn.label')}</dt>
        <dd className="col-span-2 -mt-1">
          {last === null ? turnText(earliest, t) : <Due date={last.on} today={today} language={language} calendar={calendar} />}
          {last !== null && last.lapsing.length > 0 && (
            <span className="block text-small text-muted">{t('turn.ifRenewed', { count: last.lapsing.length })}</span>
          )}
        </dd>
      </dl>
    </div>
  )
}

function turnText(earliest: EarliestGo, t: Translate): string {
  switch (earliest.reason) {
    case 'reached': return t('turn.reached')
    case 'undated': return t('turn.undated', { count: earliest.codes.length })
    case 'overdue': return t('turn.overdue', { count: earliest.codes.length })
    default: return t('turn.not')
  }
}

function Figure({ label, shape, value }: { label: string; shape: React.ReactNode; value: string }) {
  return (
    <div>
      <dt className="text-small text-muted">{label}</dt>
      <dd className="flex items-center gap-2 text-title font-semibold"><span className="text-accent">{shape}</span>{value}</dd>
    </div>
  )
}
