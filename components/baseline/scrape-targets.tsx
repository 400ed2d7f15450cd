import { Tag } from '@/components/ui/tag'
import { translator } from '@/lib/i18n/translate'
import { BaselinePart } from './baseline-part'
import { CodeList, LabelList } from './code-list'
import { durationWords } from './duration'
import type { BaselineProps } from './types'

/** What Prometheus collects metrics from, how often and under which labels. */
export function ScrapeTargets({ language, ...part }: BaselineProps<'scrapeTargets'>) {
  const t = translator(language)
  return (
    <BaselinePart
      {...part} title={t('baseline.scrapeTargets')} rowKey={({ job }) => job}
      columns={[
        {
          key: 'job', label: t('baseline.job'), isRowHeader: true,
          cell: ({ job, proposed }) => (
            <span className="flex flex-wrap items-center gap-x-3">
              <CodeList codes={[job]} />
              {proposed && (
                <Tag tone="neutral" body="hollow" shape="ring-dotted" spokenLabel={t('baseline.state')} word={t('baseline.proposed')} />
              )}
            </span>
          ),
        },
        { key: 'endpoint', label: t('baseline.endpoint'), cell: ({ endpoint }) => endpoint[language] },
        {
          key: 'interval', label: t('baseline.interval'), noWrap: true,
          cell: ({ intervalSeconds }) => durationWords(intervalSeconds, language),
        },
        { key: 'labels', label: t('baseline.labels'), cell: ({ labels }) => <LabelList labels={labels} /> },
      ]}
    />
  )
}
