import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import type { BaselineProps } from './types'

/** The regions that the system may run in, and what for. */
export function Regions({ language, ...part }: BaselineProps<'regions'>) {
  const t = translator(language)
  return (
    <BaselinePart
      {...part} title={t('baseline.regions')} rowKey={({ code }) => code}
      columns={[
        {
          key: 'code', label: t('baseline.region'), isRowHeader: true, noWrap: true,
          cell: ({ code, name }) => <><span className="mr-3 font-mono text-small">{code}</span>{name[language]}</>,
        },
        { key: 'use', label: t('baseline.use'), cell: ({ use }) => use[language] },
      ]}
    />
  )
}
