import { daysBetween, type LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { Triangle } from '../ui/shapes'

interface DueProps {
  date: LocalDate | null
  /** The day that it is where the assessment's deadlines end. */
  today: LocalDate
  language: Language
  /** Settled in time or not: the date alone is shown. */
  settled?: boolean
}

/** A deadline: the date, and in words how far off or how late it is. */
export function Due({ date, today, language, settled = false }: DueProps) {
  const t = translator(language)
  if (date === null) return <span className="text-muted">{t('status.due.none')}</span>
  const days = daysBetween(today, date)
  const time = <time dateTime={date} className="whitespace-nowrap">{formatDate(date, language)}</time>
  if (settled) return time
  if (days >= 0) {
    return (
      <span>
        {time}{' '}
        <span className="text-small whitespace-nowrap text-muted">
          {days === 0 ? t('status.due.today') : t('status.due.in', { days })}
        </span>
      </span>
    )
  }
  return (
    <span>
      {time}{' '}
      <span className="inline-flex items-center gap-1 text-small font-medium whitespace-nowrap text-warn">
        <Triangle size={12} />{t('status.due.late', { days: -days })}
      </span>
    </span>
  )
}
