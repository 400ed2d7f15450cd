import type { ReactNode } from 'react'
import type { ProvenStatus } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Bar, Diamond, DiscCheck, DiscClock, DiscHalf, DiscSlash, Octagon } from '../ui/shapes'
import { Tag } from '../ui/tag'
import type { Tone } from '../ui/tone'

const looks: Record<ProvenStatus, { tone: Tone; shape: ReactNode }> = {
  refuted: { tone: 'danger', shape: <Octagon /> },
  unmet: { tone: 'neutral', shape: <Bar /> },
  stale: { tone: 'warn', shape: <DiscClock /> },
  partial: { tone: 'info', shape: <DiscHalf /> },
  excepted: { tone: 'waived', shape: <Diamond /> },
  not_applicable: { tone: 'neutral', shape: <DiscSlash /> },
  proven: { tone: 'good', shape: <DiscCheck /> },
}

/** What the evidence says of an item: always solid. */
export function ProvenTag({ status, language }: { status: ProvenStatus; language: Language }) {
  const t = translator(language)
  return (
    <Tag body="solid" {...looks[status]} spokenLabel={t('status.proven.label')}>
      {t(`status.proven.${status}`)}
    </Tag>
  )
}
