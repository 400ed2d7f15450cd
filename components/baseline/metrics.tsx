import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import { CodeList } from './code-list'
import type { BaselineProps } from './types'

/** The catalogue of metrics that the system exposes. */
export function Metrics({ language, ...part }: BaselineProps<'metrics'>) {
  const t = translator(language)
  return (
    <BaselinePart
      {...part} title={t('baseline.metrics')} rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('baseline.metric'), isRowHeader: true, cell: row => <CodeList codes={[row.name]} /> },
        { key: 'purpose', label: t('baseline.purpose'), cell: ({ purpose }) => purpose[language] },
        { key: 'type', label: t('baseline.type'), cell: ({ type }) => <CodeList codes={[type]} /> },
        { key: 'labels', label: t('baseline.labels'), cell: ({ labels }) => <CodeList codes={labels} /> },
      ]}
    />
  )
}
