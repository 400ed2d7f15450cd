import type { ReactNode } from 'react'
import type { CheckOutcome } from '@/lib/domain/evidence'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { DiscCheck, DiscQuestion, Octagon, Triangle } from '../ui/shapes'
import { Tag } from '../ui/tag'
import type { Tone } from '../ui/tone'

const looks: Record<CheckOutcome, { tone: Tone; shape: ReactNode }> = {
  pass: { tone: 'good', shape: <DiscCheck /> },
  fail: { tone: 'danger', shape: <Octagon /> },
  inconclusive: { tone: 'warn', shape: <DiscQuestion /> },
  error: { tone: 'warn', shape: <Triangle /> },
}

/** What a check found in a file. */
export function CheckTag({ outcome, language }: { outcome: CheckOutcome; language: Language }) {
  const t = translator(language)
  return <Tag body="solid" {...looks[outcome]} spokenLabel={t('status.check.label')}>{t(`status.check.${outcome}`)}</Tag>
}
