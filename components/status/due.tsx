import { daysBetween, type LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { DueDate, type DueDateProps } from './due-date'

interface DueProps {
  date: LocalDate | null
  /** The day that it is where the assessment's deadlines end. */
  today: LocalDate
  language: Language
  /** Settled in time or not: the date alone is shown. */
  settled?: boolean
}

/** A deadline: the date, and in words how far off or how late it is. */
export function Due(props: DueProps) {
  return <DueDate {...dueDate(props)} />
}

/** The same as what it is drawn from. */
export function dueDate({ date, today, language, settled = false }: DueProps): DueDateProps {
  const t = translator(language)
  if (date === null) return { word: t('status.due.none') }
  const written = { date: formatDate(date, language), iso: date }
  if (settled) return written
  const days = daysBetween(today, date)
  if (days < 0) return { ...written, word: t('status.due.late', { days: -days }), late: true }
  return { ...written, word: days === 0 ? t('status.due.today') : t('status.due.in', { days }) }
}
