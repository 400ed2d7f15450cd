import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import { durationWords } from './duration'
import type { BaselineProps } from './types'

/** The services that metrics come from, and how long they keep them. */
export function MetricServices({ language, rows }: BaselineProps<'metricServices'>) {
  const t = translator(language)
  return (
    <BaselinePart
      title={t('baseline.metricServices')} rows={rows} rowKey={({ key }) => key}
      columns={[
        { key: 'name', label: t('baseline.service'), isRowHeader: true, cell: ({ name }) => name[language] },
        { key: 'api', label: t('baseline.apiSupport'), cell: ({ apiSupport }) => apiSupport[language] },
        {
          key: 'interval', label: t('baseline.interval'), noWrap: true,
          cell: ({ scrapeIntervalSeconds: every }) => (
            every === null ? <span className="text-muted">{t('baseline.none')}</span> : durationWords(every, language)
          ),
        },
        { key: 'labels', label: t('baseline.labels'), cell: ({ labels }) => labels[language] },
        {
          key: 'retention', label: t('baseline.retention'),
          cell: ({ longTermRetention }) => longTermRetention[language],
        },
      ]}
    />
  )
}
