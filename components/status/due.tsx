import { dayOffOn, type Calendar } from '@/lib/domain/calendar'
import { daysBetween, type LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { formatDate, formatWeekday } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { DueDate, type DueDateProps } from './due-date'

interface DueProps {
  date: LocalDate | null
  /** The day that it is where the assessment's deadlines end. */
  today: LocalDate
  language: Language
  /** Settled in time or not: the date alone is shown. */
  settled?: boolean
  /** Where it is given, a day to come on which nobody works says so. */
  calendar?: Calendar
}

/** A deadline: the date, and in words how far off or how late it is. */
export function Due({ calendar, ...due }: DueProps) {
  const { date, today, language, settled = false } = due
  const off = calendar && date && date >= today && !settled ? dayOffWords(date, calendar, language) : null
  const drawn = <DueDate {...dueDate(due)} />
  return off === null ? drawn : <>{drawn} <span className="text-small text-muted">{off}</span></>
}

/** The same as what it is drawn from. */
export function dueDate({ date, today, language, settled = false }: Omit<DueProps, 'calendar'>): DueDateProps {
  const t = translator(language)
  if (date === null) return { word: t('status.due.none') }
  const written = { date: formatDate(date, language), iso: date }
  if (settled) return written
  const days = daysBetween(today, date)
  if (days < 0) return { ...written, word: t('status.due.late', { days: -days }), late: true }
  return { ...written, word: days === 0 ? t('status.due.today') : t('status.due.in', { days }) }
}

function dayOffWords(date: LocalDate, calendar: Calendar, language: Language): string | null {
  const off = dayOffOn(date, calendar)
  if (off === null) return null
  const t = translator(language)
  return off.holiday
    ? t('status.due.holiday', { name: off.holiday[language] })
    : t('status.due.weekday', { weekday: formatWeekday(date, language) })
}
