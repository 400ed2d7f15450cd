import { criticalityTag } from '@/components/status/criticality-tag'
import { declaredTag } from '@/components/status/declared-tag'
import { dueDate } from '@/components/status/due'
import { provenTag } from '@/components/status/proven-tag'
import type { Column, RowGroup } from '@/components/ui/table'
import type { LocalDate } from '@/lib/domain/dates'
import { isSettled, itemColumns, itemSorts, usualColumns, type ItemColumn, type ItemSort, type ListedItem } from '@/lib/domain/item-list'
import { criticalities, declaredStatuses, provenStatuses } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import type { Declarable } from './declarable'
import { ItemGrid, type GridRow, type ItemGridProps } from './item-grid'
import type { Selectable } from './selectable'

interface ItemTableProps<Row extends ListedItem> {
  language: Language
  slug: string
  today: LocalDate
  caption: string
  groups: readonly RowGroup<Row>[]
  columns?: readonly ItemColumn[]
  /** Where each head leads to sort by it; without it nothing sorts. */
  sortBy?: (sort: ItemSort) => Column<Row>['sort']
  /** What stands under the requirement. */
  mark?: (row: Row) => string | undefined
  /** Statuses can be declared in place. */
  declare?: Declarable
  /** Rows can be selected. */
  select?: Selectable
}

/** What a row shows of an item beside what every list knows. */
interface Particulars {
  version: number
  /** The dimension's title in the reader's language. */
  dimension?: string
  /** The assignee's name; null where there is none. */
  assignee?: string | null
  agreedDueOn: LocalDate | null
}

/** Items a row: what is asked, of whom and until when, and what is declared beside what is proven. */
export function ItemTable<Row extends ListedItem & Particulars>({
  language, slug, today, caption, groups, columns = usualColumns, sortBy, mark, declare, select,
}: ItemTableProps<Row>) {
  const shows = new Set(columns)
  const gridRow = (row: Row): GridRow => ({
    code: row.code, version: row.version, requirement: row.requirement[language], criticality: row.criticality, owners: row.owners,
    due: dueDate({ date: row.dueOn, today, language, settled: isSettled(row) }), declared: row.declaredStatus, proven: row.proven,
    dimension: shows.has('dimension') ? row.dimension : undefined,
    assignee: shows.has('assignee') ? row.assignee : undefined,
    agreed: shows.has('agreed') && row.agreedDueOn ? dueDate({ date: row.agreedDueOn, today, language, settled: true }) : undefined,
    mark: mark?.(row), mayDeclare: declare?.mayDeclare(row), refusal: select?.refusal(row),
  })
  return (
    // Where there is room columns keep their width, whatever is filtered: only the requirement takes what is left.
    <div className={columns.length <= usualColumns.length ? 'xl:[&>div>table]:table-fixed' : undefined}>
      <ItemGrid
        slug={slug} caption={caption} columns={columns} heads={headsOf(language, sortBy)} tags={tagsOf(language)}
        groups={groups.map(({ key, head, rows }) => ({ key, head, rows: rows.map(gridRow) }))}
        declare={declare?.props} select={select?.words}
      />
    </div>
  )
}

function headsOf(language: Language, sortBy?: ItemTableProps<ListedItem>['sortBy']): ItemGridProps['heads'] {
  const t = translator(language)
  const keys = ['code', 'requirement', ...itemColumns] as const
  const isSort = (key: string): key is ItemSort => itemSorts.some(sort => sort === key)
  return byKey(keys, key => ({ label: t(`items.column.${key}`), sort: isSort(key) ? sortBy?.(key) : undefined }))
}

function tagsOf(language: Language): ItemGridProps['tags'] {
  return {
    criticality: byKey(criticalities, criticality => criticalityTag(criticality, language)),
    declared: byKey(declaredStatuses, status => declaredTag(status, language)),
    proven: byKey(provenStatuses, status => provenTag(status, language)),
  }
}

function byKey<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map(key => [key, value(key)])) as Record<Key, Value>
}
