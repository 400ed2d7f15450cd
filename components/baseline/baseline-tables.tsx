import { Fragment, type ReactNode } from 'react'
import { Section } from '@/components/ui/section'
import type { BaselineTable } from '@/lib/domain/baseline'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'
import { AlertRoutes } from './alert-routes'
import { DrillTargets } from './drill-targets'
import { Inhibitions } from './inhibitions'
import { MetricServices } from './metric-services'
import { Metrics } from './metrics'
import { Regions } from './regions'
import { ScalingStrategies } from './scaling-strategies'
import { ScrapeTargets } from './scrape-targets'
import type { DrillTargetRow } from './types'

interface BaselineTablesProps {
  language: Language
  slug: string
  /** Which tables to show, in this order. */
  tables: readonly BaselineTable[]
  baseline: AssessmentFile['baseline'] | null
  drillTargets: readonly DrillTargetRow[]
}

/** What the system should look like, in the tables that belong to one dimension. */
export function BaselineTables({ language, slug, tables, baseline, drillTargets }: BaselineTablesProps) {
  if (tables.length === 0) return null
  const t = translator(language)
  const parts: Partial<Record<BaselineTable, ReactNode>> = {
    ...(baseline && baselineParts(language, baseline)),
    drillTargets: <DrillTargets language={language} slug={slug} rows={drillTargets} />,
  }
  return (
    <Section title={t('baseline.title')} lead={t('baseline.lead')}>
      {tables.map(table => <Fragment key={table}>{parts[table]}</Fragment>)}
    </Section>
  )
}

function baselineParts(language: Language, baseline: AssessmentFile['baseline']) {
  return {
    scalingStrategies: <ScalingStrategies language={language} rows={baseline.scalingStrategies} />,
    regions: <Regions language={language} rows={baseline.regions} />,
    scrapeTargets: <ScrapeTargets language={language} rows={baseline.scrapeTargets} />,
    metricServices: <MetricServices language={language} rows={baseline.metricServices} />,
    metrics: <Metrics language={language} rows={baseline.metrics} />,
    alertRoutes: <AlertRoutes language={language} rows={baseline.alertRoutes} />,
    inhibitions: <Inhibitions language={language} rows={baseline.inhibitions} />,
  }
}
