import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import { CodeList, LabelList } from './code-list'
import { alertDurationWords } from './duration'
import type { BaselineProps } from './types'

/** Who is told of which alert, after how long, and how often again. */
export function AlertRoutes({ language, ...part }: BaselineProps<'alertRoutes'>) {
  const t = translator(language)
  const duration = (value: string | null) => (
    value === null ? <span className="text-muted">{t('baseline.default')}</span> : alertDurationWords(value, language)
  )
  return (
    <BaselinePart
      {...part} title={t('baseline.alertRoutes')}
      rowKey={({ match, receiver }) => JSON.stringify([match, receiver])}
      columns={[
        {
          key: 'match', label: t('baseline.match'), isRowHeader: true,
          cell: ({ match }) => (
            Object.keys(match).length === 0 ? t('baseline.everythingElse') : <LabelList labels={match} />
          ),
        },
        { key: 'receiver', label: t('baseline.receiver'), cell: ({ receiver }) => <CodeList codes={[receiver]} /> },
        { key: 'scope', label: t('baseline.scope'), cell: ({ scope }) => scope[language] },
        { key: 'wait', label: t('baseline.groupWait'), noWrap: true, cell: ({ groupWait }) => duration(groupWait) },
        {
          key: 'repeat', label: t('baseline.repeatInterval'), noWrap: true,
          cell: ({ repeatInterval }) => duration(repeatInterval),
        },
      ]}
    />
  )
}
