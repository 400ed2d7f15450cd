import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import { durationWords } from './duration'
import type { DrillTargetRow } from './types'

interface DrillTargetsProps {
  language: Language
  slug: string
  rows: readonly DrillTargetRow[]
}

/** How much data each component may lose, and how long it may be away. */
export function DrillTargets({ language, slug, rows }: DrillTargetsProps) {
  const t = translator(language)
  const objective = (minimum: number | null, maximum: number) => {
    const max = durationWords(maximum * 60, language)
    if (minimum !== null) return t('baseline.between', { min: minimum, max })
    return maximum === 0 ? t('baseline.nothing') : t('baseline.upTo', { max })
  }
  return (
    <BaselinePart
      title={t('baseline.drillTargets')} rows={rows}
      rowKey={({ itemCode, component }) => `${itemCode} ${component.en}`}
      columns={[
        {
          key: 'component', label: t('baseline.component'), isRowHeader: true,
          cell: ({ component }) => component[language],
        },
        {
          key: 'rpo', label: t('baseline.rpo'),
          cell: ({ rpoMinMinutes, rpoMaxMinutes }) => objective(rpoMinMinutes, rpoMaxMinutes),
        },
        {
          key: 'rto', label: t('baseline.rto'),
          cell: ({ rtoMinMinutes, rtoMaxMinutes, rtoWords }) =>
            (rtoMaxMinutes === null ? rtoWords?.[language] : objective(rtoMinMinutes, rtoMaxMinutes)),
        },
        {
          key: 'item', label: t('baseline.provenBy'),
          cell: ({ itemCode }) => (
            <a href={`/${slug}/items/${itemCode}`} className="font-mono text-small">{itemCode}</a>
          ),
        },
      ]}
    />
  )
}
