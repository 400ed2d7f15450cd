import { byName } from './by-name'
import type { ListedItem } from './item-list'
import { criticalities, declaredStatuses, provenStatuses } from './items'
import type { Language } from './language'

/** What a list of items can be grouped by; `month` is that of the due date. */
export const itemGroupings = ['dimension', 'owner', 'declared', 'proven', 'criticality', 'month'] as const
export type ItemGrouping = (typeof itemGroupings)[number]

export interface ItemGroup<Row> {
  /** Unique among the groups: a dimension's key, team keys joined, a status, `YYYY-MM`; empty for no date. */
  key: string
  rows: readonly Row[]
}

/** What a page shows of a group. */
export interface PageGroup<Row> extends ItemGroup<Row> {
  /** All of the group, on whatever page they stand. */
  all: readonly Row[]
  /** Whether its first items stand on an earlier page. */
  continued: boolean
}

/**
 * Groups items, each into one: those of several teams form a group of these teams, so that the groups add up to the
 * list. Dimensions come in the order given, teams by name, what has no date last. Within a group the order stays.
 */
export function groupItems<Row extends ListedItem>(
  rows: readonly Row[], grouping: ItemGrouping, dimensions: readonly string[], language: Language,
): ItemGroup<Row>[] {
  const groups = [...Map.groupBy(rows, keyOf[grouping])].map(([key, members]) => ({ key, rows: members }))
  if (grouping === 'owner') {
    return byName(groups, language, ({ rows: [first] }) => first?.owners ?? '')
  }
  const order = grouping === 'dimension' ? dimensions : orders[grouping]
  if (order) return groups.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  return groups.sort((a, b) => Number(a.key === '') - Number(b.key === '') || (a.key < b.key ? -1 : 1))
}

/** One page of grouped items, `size` of them; a page beyond the last is the last. */
export function pageOfGroups<Row>(
  groups: readonly ItemGroup<Row>[], page: number, size: number,
): { groups: PageGroup<Row>[]; page: number; pages: number } {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const pages = Math.max(1, Math.ceil(count / size))
  const shown = Math.min(Math.max(1, page), pages)
  let from = (1 - shown) * size
  const parts = groups.map(({ key, rows }) => {
    const start = Math.max(0, -from)
    const part = { key, all: rows, continued: start > 0, rows: rows.slice(start, Math.max(0, size - from)) }
    from += rows.length
    return part
  })
  return { groups: parts.filter(({ rows }) => rows.length > 0), page: shown, pages }
}

const keyOf: Record<ItemGrouping, (row: ListedItem) => string> = {
  dimension: row => row.dimensionKey,
  owner: row => [...row.ownerTeams].sort().join('+'),
  declared: row => row.declaredStatus,
  proven: row => row.proven,
  criticality: row => row.criticality,
  month: row => row.dueOn?.slice(0, 7) ?? '',
}

const orders: Partial<Record<ItemGrouping, readonly string[]>> = {
  declared: declaredStatuses, proven: provenStatuses, criticality: criticalities,
}
