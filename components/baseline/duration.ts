import type { Language } from '@/lib/domain/language'
import { locales } from '@/lib/i18n/locales'

const units = ['day', 'hour', 'minute', 'second'] as const
type Unit = (typeof units)[number]

const seconds: Record<Unit, number> = { day: 86_400, hour: 3600, minute: 60, second: 1 }

/** Seconds in words, such as "1 hora y 30 minutos"; in days from two of them. */
export function durationWords(total: number, language: Language): string {
  const largest = total >= 2 * seconds.day ? 0 : 1
  const parts: string[] = []
  let left = total
  for (const unit of units.slice(largest)) {
    const count = Math.floor(left / seconds[unit])
    left -= count * seconds[unit]
    if (count > 0) parts.push(counted(count, unit, language))
  }
  if (parts.length === 0) return counted(0, 'second', language)
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts)
}

const perUnit = { w: 7 * seconds.day, d: seconds.day, h: seconds.hour, m: seconds.minute, s: 1 } as const

/** A duration as Alertmanager writes it, such as "1h30m", in words; any other text as it is. */
export function alertDurationWords(duration: string, language: Language): string {
  if (!/^(\d+[wdhms])+$/.test(duration)) return duration
  const parts = [...duration.matchAll(/(\d+)([wdhms])/g)]
    .map(([, count, unit]) => Number(count) * perUnit[unit as keyof typeof perUnit])
  return durationWords(parts.reduce((sum, part) => sum + part, 0), language)
}

function counted(count: number, unit: Unit, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
