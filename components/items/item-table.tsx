import type { ReactNode } from 'react'
import { CriticalityTag } from '@/components/status/criticality-tag'
import { DeclaredTag } from '@/components/status/declared-tag'
import { Due } from '@/components/status/due'
import { ProvenTag } from '@/components/status/proven-tag'
import { Table, type Column } from '@/components/ui/table'
import type { LocalDate } from '@/lib/domain/dates'
import { isSettled, type ItemSort, type ListedItem } from '@/lib/domain/item-list'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface ItemTableProps<Row extends ListedItem> {
  language: Language
  slug: string
  today: LocalDate
  caption: string
  rows: readonly Row[]
  /** Where each head leads to sort by it; without it nothing sorts. */
  sortBy?: (sort: ItemSort) => Column<Row>['sort']
  /** What stands under the requirement. */
  mark?: (row: Row) => ReactNode
  /** The declared status, where it can be changed in place. */
  declared?: (row: Row) => ReactNode
}

/** Items a row: what is asked, of whom and until when, and what is declared beside what is proven. */
export function ItemTable<Row extends ListedItem>({
  language, slug, today, caption, rows, sortBy, mark, declared,
}: ItemTableProps<Row>) {
  const t = translator(language)
  const code = (row: Row) => <span className="font-mono text-small whitespace-nowrap text-muted">{row.code}</span>
  const criticality = (row: Row) => <CriticalityTag criticality={row.criticality} language={language} />
  const column = (sort: Exclude<ItemSort, 'order'>) => (
    { key: sort, label: t(`items.column.${sort}`), sort: sortBy?.(sort) }
  )
  const columns: Column<Row>[] = [
    { ...column('code'), cell: code, hideOnPhone: true },
    {
      ...column('requirement'), isRowHeader: true,
      cell: row => (
        <>
          <span className="flex items-center gap-3 desk:hidden">{code(row)}{criticality(row)}</span>
          <a href={`/${slug}/items/${row.code}`}>{row.requirement[language]}</a>
          {mark?.(row)}
        </>
      ),
    },
    { ...column('criticality'), cell: criticality, hideOnPhone: true },
    { ...column('owner'), cell: row => row.owners },
    {
      ...column('due'),
      cell: row => <Due date={row.dueOn} today={today} language={language} settled={isSettled(row)} />,
    },
    {
      ...column('declared'),
      cell: row => declared?.(row) ?? <DeclaredTag status={row.declaredStatus} language={language} />,
    },
    { ...column('proven'), cell: row => <ProvenTag status={row.proven} language={language} /> },
  ]
  return (
    <div className={steadyColumns}>
      <Table caption={caption} columns={columns} rows={rows} rowKey={row => row.code} />
    </div>
  )
}

// Where there is room columns keep their width, whatever is filtered: only the requirement takes what is left.
const steadyColumns =
  'xl:[&>table]:table-fixed xl:[&_thead_th:nth-child(1)]:w-20 xl:[&_thead_th:nth-child(3)]:w-28 ' +
  'xl:[&_thead_th:nth-child(4)]:w-30 xl:[&_thead_th:nth-child(5)]:w-44 xl:[&_thead_th:nth-child(6)]:w-40 ' +
  'xl:[&_thead_th:nth-child(7)]:w-36'
