import type { Baseline } from './baseline'

/** Tables of the baseline that checks hold files against row by row. */
export const checkedTables = ['regions', 'scrapeTargets', 'metrics', 'alertRoutes', 'inhibitions'] as const
export type CheckedTable = (typeof checkedTables)[number]

/** A row of each, as checks see it. */
export type CheckedRows = { [Table in CheckedTable]: Baseline[Table][number] }

/**
 * Names a row by its table and all that it asks, so that what was found of a row is not said of it once it asks for
 * something else. In which order labels stand does not matter.
 */
export function rowKey<Table extends CheckedTable>(table: Table, row: CheckedRows[Table]): string {
  return JSON.stringify([table, ...asked[table](row)])
}

const asked: { [Table in CheckedTable]: (row: CheckedRows[Table]) => unknown[] } = {
  regions: ({ code }) => [code],
  scrapeTargets: ({ job, port, path, intervalSeconds, labels, proposed }) => [job, port, path, intervalSeconds, sorted(labels), proposed],
  metrics: ({ name, type, labels }) => [name, type, labels.toSorted()],
  alertRoutes: ({ match, receiver, groupWait, repeatInterval }) => [sorted(match), receiver, groupWait, repeatInterval],
  inhibitions: ({ source, target, equal }) => [sorted(source), sorted(target), equal.toSorted()],
}

function sorted(labels: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))
}
