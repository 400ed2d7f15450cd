import { Fragment, type ReactNode } from 'react'
import { AlertRoutes } from '@/components/baseline/alert-routes'
import { Inhibitions } from '@/components/baseline/inhibitions'
import { Metrics } from '@/components/baseline/metrics'
import { Regions } from '@/components/baseline/regions'
import { ScrapeTargets } from '@/components/baseline/scrape-targets'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { Column } from '@/components/ui/table'
import type { BaselineTable } from '@/lib/domain/baseline'
import { checkedTables, rowKey, type CheckedRows, type CheckedTable } from '@/lib/domain/baseline-rows'
import type { Bilingual, Language } from '@/lib/domain/language'
import { saidOfItems, saidOfRows } from '@/lib/domain/living-table'
import { translator } from '@/lib/i18n/translate'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'
import { AskedItems, type AskedItem } from './asked-items'
import { FilesSay, type SpeakingFile } from './files-say'

interface ConfigurationProps {
  language: Language
  slug: string
  timeZone: string
  dimensions: readonly { key: string; title: Bilingual; baseline: readonly BaselineTable[] }[]
  items: readonly AskedItem[]
  baseline: AssessmentFile['baseline'] | null
  files: readonly SpeakingFile[]
}

/** Dimension by dimension, each item and each row of the tables that files are held against, beside what the files say of it. */
export function Configuration({ language, slug, timeZone, dimensions, items, baseline, files }: ConfigurationProps) {
  const t = translator(language)
  const ofItems = saidOfItems(files)
  const parts = dimensions.map(({ key, title, baseline: tables }) => ({
    key, title: title[language],
    items: items.filter(({ dimensionKey }) => dimensionKey === key),
    tables: checkedTables.filter(table => tables.includes(table) && (baseline?.[table].length ?? 0) > 0),
  })).filter(part => part.items.length > 0 || part.tables.length > 0)
  if (!baseline || parts.length === 0) return <EmptyState title={t('configuration.nothingAsked')} />
  const tables = tablesWith({ language, slug, timeZone, files }, baseline)
  return (
    <>
      <nav aria-label={t('configuration.contents')} className="rounded-sm border border-line bg-raised px-4 py-3 print:hidden">
        <ul className="space-y-1">
          {parts.map(part => (
            <li key={part.key} className="flex flex-wrap gap-x-4">
              <a href={`#dimension-${part.key}`}>{part.title}</a>
              {part.tables.map(table => <a key={table} href={`#baseline-${table}`} className="text-small leading-6">{t(`baseline.${table}`)}</a>)}
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(part => (
        <Section key={part.key} id={`dimension-${part.key}`} title={part.title}>
          {part.items.length > 0 && (
            <AskedItems {...{ language, slug, timeZone }} caption={part.title} items={part.items} saidOf={code => ofItems.get(code) ?? []} />
          )}
          {part.tables.map(table => <Fragment key={table}>{tables[table]}</Fragment>)}
        </Section>
      ))}
    </>
  )
}

function tablesWith(
  { language, slug, timeZone, files }: Pick<ConfigurationProps, 'language' | 'slug' | 'timeZone' | 'files'>,
  baseline: AssessmentFile['baseline'],
): Record<CheckedTable, ReactNode> {
  const ofRows = saidOfRows(files)
  const part = <Table extends CheckedTable>(table: Table) => ({
    language, id: `baseline-${table}`, rows: baseline[table],
    last: {
      key: 'files', label: translator(language)('configuration.files'), headClassName: 'desk:w-1/3',
      cell: row => <FilesSay {...{ language, slug, timeZone }} said={ofRows.get(rowKey(table, row)) ?? []} />,
    } satisfies Column<CheckedRows[Table]>,
  })
  return {
    regions: <Regions {...part('regions')} />,
    scrapeTargets: <ScrapeTargets {...part('scrapeTargets')} />,
    metrics: <Metrics {...part('metrics')} />,
    alertRoutes: <AlertRoutes {...part('alertRoutes')} />,
    inhibitions: <Inhibitions {...part('inhibitions')} />,
  }
}
