import type { DeclaredStatus } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Tag, type TagProps } from '../ui/tag'

const looks: Record<DeclaredStatus, Pick<TagProps, 'tone' | 'shape'>> = {
  not_started: { tone: 'neutral', shape: 'ring-dotted' },
  in_progress: { tone: 'info', shape: 'ring-quarter' },
  partial: { tone: 'info', shape: 'ring-half' },
  done: { tone: 'info', shape: 'ring-check' },
  not_applicable: { tone: 'neutral', shape: 'ring-slash' },
}

/** What people say of an item: always hollow, and never green, since nothing is proven by it. */
export function DeclaredTag({ status, language }: { status: DeclaredStatus; language: Language }) {
  return <Tag {...declaredTag(status, language)} />
}

/** The same as what it is drawn from. */
export function declaredTag(status: DeclaredStatus, language: Language): TagProps {
  const t = translator(language)
  return { body: 'hollow', ...looks[status], spokenLabel: t('status.declared.label'), word: t(`status.declared.${status}`) }
}
