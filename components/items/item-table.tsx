import type { ReactNode } from 'react'
import { CriticalityTag } from '@/components/status/criticality-tag'
import { DeclaredTag } from '@/components/status/declared-tag'
import { Due } from '@/components/status/due'
import { ProvenTag } from '@/components/status/proven-tag'
import { GroupedTable, type Column, type RowGroup } from '@/components/ui/table'
import type { LocalDate } from '@/lib/domain/dates'
import { isSettled, usualColumns, type ItemColumn, type ItemSort, type ListedItem } from '@/lib/domain/item-list'
import type { Language } from '@/lib/domain/language'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

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
  mark?: (row: Row) => ReactNode
  /** The declared status, where it can be changed in place. */
  declared?: (row: Row) => ReactNode
  /** A first column, such as what selects rows. */
  first?: Column<Row>
}

/** Items a row: what is asked, of whom and until when, and what is declared beside what is proven. */
export function ItemTable<Row extends ListedItem & Particulars>({
  language, slug, today, caption, groups, columns = usualColumns, sortBy, mark, declared, first,
}: ItemTableProps<Row>) {
  const t = translator(language)
  const code = (row: Row) => <span className="font-mono text-small whitespace-nowrap text-muted">{row.code}</span>
  const criticality = (row: Row) => <CriticalityTag criticality={row.criticality} language={language} />
  const sorted = (sort: Exclude<ItemSort, 'order'>) => (
    { key: sort, label: t(`items.column.${sort}`), sort: sortBy?.(sort) }
  )
  const plain = (key: 'dimension' | 'assignee' | 'agreed') => ({ key, label: t(`items.column.${key}`) })
  const nothing = <span className="text-muted">—</span>
  const offered: Record<ItemColumn, Column<Row>> = {
    dimension: { ...plain('dimension'), headClassName: 'xl:w-36', cell: row => row.dimension },
    criticality: { ...sorted('criticality'), headClassName: 'xl:w-28', cell: criticality, hideOnPhone: true },
    owner: { ...sorted('owner'), headClassName: 'xl:w-30', cell: row => row.owners },
    assignee: { ...plain('assignee'), headClassName: 'xl:w-32', cell: row => row.assignee ?? nothing },
    due: {
      ...sorted('due'), headClassName: 'xl:w-44',
      cell: row => <Due date={row.dueOn} today={today} language={language} settled={isSettled(row)} />,
    },
    agreed: {
      ...plain('agreed'), headClassName: 'xl:w-28',
      cell: row => (row.agreedDueOn ? <time dateTime={row.agreedDueOn}>{formatDate(row.agreedDueOn, language)}</time> : nothing),
    },
    declared: {
      ...sorted('declared'), headClassName: 'xl:w-40',
      cell: row => declared?.(row) ?? <DeclaredTag status={row.declaredStatus} language={language} />,
    },
    proven: {
      ...sorted('proven'), headClassName: 'xl:w-36', cell: row => <ProvenTag status={row.proven} language={language} />,
    },
  }
  const shown: Column<Row>[] = [
    ...(first ? [first] : []),
    { ...sorted('code'), headClassName: 'xl:w-20', cell: code, hideOnPhone: true },
    {
      ...sorted('requirement'), isRowHeader: true,
      cell: row => (
        <>
          <span className="flex items-center gap-3 desk:hidden">{code(row)}{criticality(row)}</span>
          <a href={`/${slug}/items/${row.code}`}>{row.requirement[language]}</a>
          {mark?.(row)}
        </>
      ),
    },
    ...columns.map(column => offered[column]),
  ]
  return (
    // Where there is room columns keep their width, whatever is filtered: only the requirement takes what is left.
    <div className={columns.length <= usualColumns.length ? 'xl:[&>div>table]:table-fixed' : undefined}>
      <GroupedTable caption={caption} columns={shown} groups={groups} rowKey={row => row.code} />
    </div>
  )
}

/** What chosen columns show of an item beside what every list does. */
interface Particulars {
  /** The dimension's title in the reader's language. */
  dimension?: string
  /** The assignee's name; null where there is none. */
  assignee?: string | null
  agreedDueOn: LocalDate | null
}
