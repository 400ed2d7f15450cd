import { toUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { locales } from './locales'

/** A day, such as "24 nov 2026". */
export function formatDate(date: LocalDate, language: Language): string {
  return dateFormat('date', language).format(toUtcDate(date))
}

/** A month given as `YYYY-MM`, such as "noviembre de 2026". */
export function formatMonth(month: string, language: Language): string {
  return dateFormat('month', language).format(toUtcDate(`${month}-01`))
}

/** A day without its year, such as "24 nov". */
export function formatDay(date: LocalDate, language: Language): string {
  return dateFormat('day', language).format(toUtcDate(date))
}

/** The month of a day with its year, such as "nov 2026". */
export function formatShortMonth(date: LocalDate, language: Language): string {
  return dateFormat('shortMonth', language).format(toUtcDate(date))
}

/** The day of the week, such as "domingo". */
export function formatWeekday(date: LocalDate, language: Language): string {
  return dateFormat('weekday', language).format(toUtcDate(date))
}

/** An instant in the assessment's time zone, such as "24 nov 2026, 13:05". */
export function formatInstant(instant: Date, language: Language, timeZone: string): string {
  return dateFormat('instant', language, timeZone).format(instant)
}

/** A whole number with the language's separators. */
export function formatNumber(value: number, language: Language): string {
  return numberFormats[language].format(value)
}

/** A size in the largest decimal unit that keeps it above one, such as "1,4 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power] ?? 'byte'
  return new Intl.NumberFormat(locales[language], {
    style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power)
}

const dateStyles = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long' },
  shortMonth: { month: 'short', year: 'numeric' },
  instant: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

// To make a format costs a hundred times what using it does.
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(style: keyof typeof dateStyles, language: Language, timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = `${style} ${language} ${timeZone}`
  const known = dateFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locales[language], { ...dateStyles[style], timeZone })
  dateFormats.set(key, made)
  return made
}

const numberFormats: Record<Language, Intl.NumberFormat> = {
  es: new Intl.NumberFormat(locales.es), en: new Intl.NumberFormat(locales.en),
}
