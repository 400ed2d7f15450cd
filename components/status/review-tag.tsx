import type { ReviewState } from '@/lib/domain/evidence'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Tag, type TagProps } from '../ui/tag'

const looks: Record<ReviewState, Pick<TagProps, 'tone' | 'body' | 'shape'>> = {
  in_review: { tone: 'info', body: 'hollow', shape: 'ring-dots' },
  accepted: { tone: 'good', body: 'solid', shape: 'disc-check' },
  rejected: { tone: 'warn', body: 'solid', shape: 'disc-cross' },
  withdrawn: { tone: 'warn', body: 'solid', shape: 'disc-back' },
  superseded: { tone: 'neutral', body: 'solid', shape: 'stacked' },
}

/** Where a revision of evidence stands: hollow until somebody has judged it. */
export function ReviewTag({ state, language }: { state: ReviewState; language: Language }) {
  const t = translator(language)
  return <Tag {...looks[state]} spokenLabel={t('status.review.label')} word={t(`status.review.${state}`)} />
}
