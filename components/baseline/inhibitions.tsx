import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import { CodeList, LabelList } from './code-list'
import type { BaselineProps } from './types'

/** Which alert silences which other. */
export function Inhibitions({ language, ...part }: BaselineProps<'inhibitions'>) {
  const t = translator(language)
  return (
    <BaselinePart
      {...part} title={t('baseline.inhibitions')} rowKey={row => JSON.stringify(row)}
      columns={[
        {
          key: 'source', label: t('baseline.inhibitSource'), isRowHeader: true,
          cell: ({ source }) => <LabelList labels={source} />,
        },
        { key: 'target', label: t('baseline.inhibitTarget'), cell: ({ target }) => <LabelList labels={target} /> },
        { key: 'equal', label: t('baseline.inhibitEqual'), cell: ({ equal }) => <CodeList codes={equal} /> },
      ]}
    />
  )
}
