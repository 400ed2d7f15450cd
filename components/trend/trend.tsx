import { OutcomeWord } from '@/components/status/outcome-word'
import { Section } from '@/components/ui/section'
import { Table, type Column } from '@/components/ui/table'
import type { LocalDate } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { stretchesOf, type Reading } from '@/lib/domain/trend'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { TrendChart } from './trend-chart'

interface TrendProps {
  language: Language
  /** Ascending by day; the last is today's. */
  readings: readonly Reading[]
  startedOn: LocalDate | null
  goLiveOn: LocalDate | null
  today: LocalDate
}

/** How much was declared and proven, and what held, day by day: as a chart, in a sentence, and as a table of its changes. */
export function Trend({ language, readings, ...frame }: TrendProps) {
  const t = translator(language)
  const stretches = stretchesOf(readings)
  const columns: Column<Reading>[] = [
    { key: 'since', label: t('trend.since'), isRowHeader: true, cell: ({ date }) => formatDate(date, language) },
    { key: 'outcome', label: t('trend.held'), cell: ({ effective }) => <OutcomeWord outcome={effective} language={language} size="inline" /> },
    { key: 'ceiling', label: t('trend.best'), cell: ({ ceiling }) => <OutcomeWord outcome={ceiling} language={language} size="inline" /> },
    { key: 'declared', label: t('summary.declared'), align: 'end', cell: ({ declared }) => formatNumber(declared, language) },
    { key: 'proven', label: t('summary.proven'), align: 'end', cell: ({ proven }) => formatNumber(proven, language) },
    { key: 'total', label: t('trend.total'), align: 'end', cell: ({ total }) => formatNumber(total, language) },
  ]
  return (
    <Section title={t('trend.title')} lead={trendText(readings, language)}>
      <TrendChart language={language} readings={readings} {...frame} />
      <details className="mt-2 print:hidden">
        <summary className="text-accent">{t('trend.table')}</summary>
        <Table caption={t('trend.table')} columns={columns} rows={stretches.map(({ reading }) => reading)} rowKey={({ date }) => date} />
      </details>
    </Section>
  )
}

/** The trend in a sentence: from the first reading to today. */
export function trendText(readings: readonly Reading[], language: Language): string {
  const t = translator(language)
  const [first] = readings
  const now = readings.at(-1)
  if (first === undefined || now === undefined) return ''
  const { proven, total } = now
  if (readings.length === 1) return t('trend.begins', { proven, total })
  return t('trend.moved', { date: formatDate(first.date, language), before: first.proven, proven, total })
}
