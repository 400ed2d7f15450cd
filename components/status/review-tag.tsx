import type { ReactNode } from 'react'
import type { ReviewState } from '@/lib/domain/evidence'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { DiscBack, DiscCheck, DiscCross, RingDots, Stacked } from '../ui/shapes'
import { Tag } from '../ui/tag'
import type { Tone } from '../ui/tone'

const looks: Record<ReviewState, { tone: Tone; body: 'hollow' | 'solid'; shape: ReactNode }> = {
  in_review: { tone: 'info', body: 'hollow', shape: <RingDots /> },
  accepted: { tone: 'good', body: 'solid', shape: <DiscCheck /> },
  rejected: { tone: 'warn', body: 'solid', shape: <DiscCross /> },
  withdrawn: { tone: 'warn', body: 'solid', shape: <DiscBack /> },
  superseded: { tone: 'neutral', body: 'solid', shape: <Stacked /> },
}

/** Where a revision of evidence stands: hollow until somebody has judged it. */
export function ReviewTag({ state, language }: { state: ReviewState; language: Language }) {
  const t = translator(language)
  return <Tag {...looks[state]} spokenLabel={t('status.review.label')}>{t(`status.review.${state}`)}</Tag>
}
