import { daysBetween, type LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

/** How far off go-live is, in words, above its date. */
export function Countdown({ language, goLiveOn, today }: { language: Language; goLiveOn: LocalDate | null; today: LocalDate }) {
  const t = translator(language)
  if (goLiveOn === null) return <p className="mt-1 text-small text-muted">{t('countdown.none')}</p>
  const days = daysBetween(today, goLiveOn)
  return (
    <p className="mt-1 text-small">
      {days > 0 ? t('countdown.left', { days }) : days === 0 ? t('countdown.today') : t('countdown.past', { days: -days })}{' '}
      <time dateTime={goLiveOn} className="whitespace-nowrap text-muted">({formatDate(goLiveOn, language)})</time>
    </p>
  )
}
