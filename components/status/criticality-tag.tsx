import type { Criticality } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Weight } from '../ui/shapes'
import { Tag } from '../ui/tag'

const bars: Record<Criticality, 1 | 2 | 3> = { gate: 3, critical: 2, standard: 1 }

/** How much depends on an item, as one to three bars: a rank and no state, so it has neither hue nor body. */
export function CriticalityTag({ criticality, language }: { criticality: Criticality; language: Language }) {
  const t = translator(language)
  const shape = <Weight bars={bars[criticality]} />
  return (
    <Tag tone="neutral" body="plain" shape={shape} spokenLabel={t('status.criticality.label')}>
      {t(`status.criticality.${criticality}`)}
    </Tag>
  )
}
