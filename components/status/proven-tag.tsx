import type { ProvenStatus } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Tag, type TagProps } from '../ui/tag'

const looks: Record<ProvenStatus, Pick<TagProps, 'tone' | 'shape'>> = {
  refuted: { tone: 'danger', shape: 'octagon' },
  unmet: { tone: 'neutral', shape: 'bar' },
  stale: { tone: 'warn', shape: 'disc-clock' },
  partial: { tone: 'info', shape: 'disc-half' },
  excepted: { tone: 'waived', shape: 'diamond' },
  not_applicable: { tone: 'neutral', shape: 'disc-slash' },
  proven: { tone: 'good', shape: 'disc-check' },
}

/** What the evidence says of an item: always solid. */
export function ProvenTag({ status, language }: { status: ProvenStatus; language: Language }) {
  return <Tag {...provenTag(status, language)} />
}

/** The same as what it is drawn from. */
export function provenTag(status: ProvenStatus, language: Language): TagProps {
  const t = translator(language)
  return { body: 'solid', ...looks[status], spokenLabel: t('status.proven.label'), word: t(`status.proven.${status}`) }
}
