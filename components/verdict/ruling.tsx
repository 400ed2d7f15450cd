import { OutcomeWord } from '@/components/status/outcome-word'
import type { Language } from '@/lib/domain/language'
import type { Verdict } from '@/lib/domain/verdict'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface RulingProps {
  language: Language
  verdict: Verdict
  timeZone: string
}

/** The verdict set like a ruling: one word, what it means, the rules that gave it, and when time may change it. */
export function Ruling({ language, verdict, timeZone }: RulingProps) {
  const t = translator(language)
  const { gates, critical } = verdict.blockers
  const outcome = t(`outcome.${verdict.ceiling}.word`).toLocaleLowerCase(language)
  return (
    <div className="max-w-reading">
      <OutcomeWord outcome={verdict.effective} language={language} />
      <p className="mt-3 text-large font-medium">{t(`verdict.lead.${verdict.effective}`)}</p>
      <p className="mt-1">{t(`verdict.rule.${verdict.rule}`, { count: gates.length + critical.length })}</p>
      <p>{t(`verdict.effective.${verdict.effectiveRule}`)}</p>
      <p className="mt-2 text-muted">
        {t('verdict.ceiling', { outcome })}{' '}
        {verdict.nextChangeAt
          ? t('verdict.nextChange', { date: formatInstant(verdict.nextChangeAt, language, timeZone) })
          : t('verdict.neverChanges')}
      </p>
    </div>
  )
}
