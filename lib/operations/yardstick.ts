import { db, type Transaction } from '@/lib/db/client'
import type { Baseline } from '@/lib/domain/baseline'
import { localDateAt, type LocalDate } from '@/lib/domain/dates'
import { BaselineFile } from '@/lib/schemas/assessment-file'
import release from '@/package.json'
import { catalogueOf } from './check-files'

/** What the files of an assessment are held against. */
export interface Yardstick {
  /** Names the day, the version of the baseline and what this release checks: where one differs, files may come to something else. */
  id: string
  baseline: Baseline
  today: LocalDate
}

/** What the files of an assessment are held against now. */
export async function yardstickOf(
  { id, timeZone }: { id: string; timeZone: string }, now: Date, reader: Pick<Transaction, 'baseline'> = db(),
): Promise<Yardstick> {
  const baseline = await reader.baseline.findFirst({ where: { assessmentId: id }, orderBy: { version: 'desc' } })
  const today = localDateAt(now, timeZone)
  const catalogue = await catalogueOf(release.version)
  return { id: `${today} ${baseline?.version ?? 0} ${catalogue}`, baseline: BaselineFile.parse(baseline?.body ?? emptyTables), today }
}

const emptyTables = { scalingStrategies: [], regions: [], scrapeTargets: [], metricServices: [], metrics: [], alertRoutes: [], inhibitions: [] }
