import type { ReactNode } from 'react'
import type { DeclaredStatus } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { RingCheck, RingDotted, RingHalf, RingQuarter, RingSlash } from '../ui/shapes'
import { Tag } from '../ui/tag'
import type { Tone } from '../ui/tone'

const looks: Record<DeclaredStatus, { tone: Tone; shape: ReactNode }> = {
  not_started: { tone: 'neutral', shape: <RingDotted /> },
  in_progress: { tone: 'info', shape: <RingQuarter /> },
  partial: { tone: 'info', shape: <RingHalf /> },
  done: { tone: 'info', shape: <RingCheck /> },
  not_applicable: { tone: 'neutral', shape: <RingSlash /> },
}

/** What people say of an item: always hollow, and never green, since nothing is proven by it. */
export function DeclaredTag({ status, language }: { status: DeclaredStatus; language: Language }) {
  const t = translator(language)
  return (
    <Tag body="hollow" {...looks[status]} spokenLabel={t('status.declared.label')}>
      {t(`status.declared.${status}`)}
    </Tag>
  )
}
