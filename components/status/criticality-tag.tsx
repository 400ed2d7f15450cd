import type { Criticality } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Tag, type TagProps } from '../ui/tag'

const shapes: Record<Criticality, TagProps['shape']> = { gate: 'weight-3', critical: 'weight-2', standard: 'weight-1' }

/** How much depends on an item, as one to three bars: a rank and no state, so it has neither hue nor body. */
export function CriticalityTag({ criticality, language }: { criticality: Criticality; language: Language }) {
  return <Tag {...criticalityTag(criticality, language)} />
}

/** The same as what it is drawn from. */
export function criticalityTag(criticality: Criticality, language: Language): TagProps {
  const t = translator(language)
  return {
    tone: 'neutral', body: 'plain', shape: shapes[criticality], spokenLabel: t('status.criticality.label'),
    word: t(`status.criticality.${criticality}`),
  }
}
