import { outcomes } from '@/lib/domain/facts'
import type { Language } from '@/lib/domain/language'
import type { Verdict } from '@/lib/domain/verdict'
import { translator } from '@/lib/i18n/translate'

/** What blocks in a sentence, by the rule that decides; null where gates or critical items speak for themselves (R4). */
export function blockingText({ rule, ceiling, effective, effectiveRule, blockers }: Verdict, language: Language): string | null {
  if (rule === 'R4') return null
  const t = translator(language)
  const text = t(`verdict.blocking.${rule}`, { count: blockers.standard.length + blockers.controls.length })
  const ruled = outcomes.indexOf(effective) < outcomes.indexOf(ceiling)
  if (ruled) return `${text} ${t(`verdict.effective.${effectiveRule}`)}`
  if (rule === 'R3') return t('verdict.blocking.nothing')
  return ceiling === 'no_go' && rule === 'R5' ? `${text} ${t('verdict.blocking.unplanned')}` : text
}
