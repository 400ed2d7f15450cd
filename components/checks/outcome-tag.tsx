import type { CheckOutcome } from '@/lib/domain/evidence'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Tag, type TagProps } from '../ui/tag'

const looks: Record<CheckOutcome, Pick<TagProps, 'tone' | 'shape'>> = {
  pass: { tone: 'good', shape: 'disc-check' },
  fail: { tone: 'danger', shape: 'octagon' },
  inconclusive: { tone: 'neutral', shape: 'disc-half' },
  error: { tone: 'warn', shape: 'disc-cross' },
}

/** What the checks of a file came to: solid, since a file says it and nobody claims it. */
export function OutcomeTag({ outcome, language }: { outcome: CheckOutcome; language: Language }) {
  const t = translator(language)
  return <Tag {...looks[outcome]} body="solid" spokenLabel={t('checks.label')} word={t(`checks.outcome.${outcome}`)} />
}
