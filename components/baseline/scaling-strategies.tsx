import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import type { BaselineProps } from './types'

/** The ways in which the system can grow and shrink. */
export function ScalingStrategies({ language, rows }: BaselineProps<'scalingStrategies'>) {
  const t = translator(language)
  return (
    <BaselinePart
      title={t('baseline.scalingStrategies')} rows={rows} rowKey={({ key }) => key}
      columns={[
        { key: 'name', label: t('baseline.strategy'), isRowHeader: true, cell: ({ name }) => name[language] },
        { key: 'description', label: t('baseline.description'), cell: ({ description }) => description[language] },
        { key: 'scenario', label: t('baseline.scenario'), cell: ({ scenario }) => scenario[language] },
        { key: 'risks', label: t('baseline.risks'), cell: ({ risks }) => risks[language] },
      ]}
    />
  )
}
