import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface Column<Row> {
  /** Unique in the table. */
  key: string
  /** Words of the head, and of the label in front of the value on a phone. */
  label: string
  /** What the head shows in place of the label. */
  head?: ReactNode
  cell: (row: Row) => ReactNode
  /** `end` for numbers and dates that are compared down the column. */
  align?: 'start' | 'end'
  /** The cell that names its row: one a table. On a phone it heads the entry. */
  isRowHeader?: boolean
  /** Left out on a phone, where it matters least. */
  hideOnPhone?: boolean
  /** Left out on paper. */
  hideOnPaper?: boolean
  /** Keeps the column on one line. */
  noWrap?: boolean
  /** Where the head leads to sort by it, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
  /** Of the head, such as the column's width. */
  headClassName?: string
  cellClassName?: string
}

/** Rows under a head of their own, which spans the columns. */
export interface RowGroup<Row> {
  key: string
  head?: ReactNode
  rows: readonly Row[]
}

interface TableProps<Row> {
  /** What the table shows; seen only if `captionVisible`. */
  caption: ReactNode
  captionVisible?: boolean
  columns: readonly Column<Row>[]
  /** One group without a head where the rows are not grouped. */
  groups: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string
  /** How many rows of a group are printed; all unless it is given. */
  mostOnPaper?: number
}

/** A table of rows that are not grouped. */
export function Table<Row>({ rows, ...rest }: Omit<TableProps<Row>, 'groups'> & { rows: readonly Row[] }) {
  return <GroupedTable {...rest} groups={[{ key: '', rows }]} />
}

/**
 * Rows of 36 px under a head that stays in sight; on a phone each row becomes an entry of a list, and on paper
 * the head is repeated on every page. The roles are written out since a table that is laid out anew loses them.
 */
export function GroupedTable<Row>({ caption, captionVisible = false, columns, groups, rowKey, mostOnPaper = Infinity }: TableProps<Row>) {
  return (
    <div className="tablet:overflow-x-auto">
      <table role="table" className="w-full border-separate border-spacing-0 text-left phone:block print:text-small">
        <caption className={captionVisible ? 'pb-2 text-left font-medium phone:block' : 'sr-only'}>{caption}</caption>
        <thead role="rowgroup" className="phone:sr-only">
          <tr role="row">{columns.map(column => <HeadCell key={column.key} column={column} />)}</tr>
        </thead>
        {groups.map(({ key, head, rows }) => (
          <tbody key={key} role="rowgroup" className="phone:block phone:border-t phone:border-edge">
            {head && (
              <tr role="row" className="phone:block">
                <th
                  scope="rowgroup" role="rowheader" colSpan={columns.length}
                  className="border-b border-edge pt-6 pb-1 text-left font-semibold phone:block phone:border-0"
                >
                  {head}
                </th>
              </tr>
            )}
            {rows.map((row, index) => (
              <tr key={rowKey(row)} role="row" className={clsx('row', index >= mostOnPaper && 'print:hidden')}>
                {columns.map(column => <Cell key={column.key} column={column} row={row} />)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const arrows = { ascending: 'arrow-up', descending: 'arrow-down' } as const

function HeadCell<Row>({ column: { label, head = label, align, sort, headClassName, hideOnPaper } }: { column: Column<Row> }) {
  return (
    <th
      scope="col" role="columnheader" aria-sort={sort?.direction}
      className={clsx('column-head', align === 'end' && 'text-right', hideOnPaper && 'print:hidden', headClassName)}
    >
      {sort ? (
        <a href={sort.href} className="inline-flex items-center gap-1 text-muted hover:text-ink">
          {label}
          {sort.direction && <Icon name={arrows[sort.direction]} className="size-3" />}
        </a>
      ) : head}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { align, isRowHeader, hideOnPhone, hideOnPaper, noWrap, label, cellClassName } = column
  const className = clsx(
    'cell', isRowHeader ? 'text-left font-medium phone:block' : 'cell-value',
    align === 'end' && 'desk:text-right', noWrap && 'desk:whitespace-nowrap',
    hideOnPhone && 'phone:hidden', hideOnPaper && 'print:hidden',
    cellClassName,
  )
  if (isRowHeader) return <th scope="row" role="rowheader" className={className}>{column.cell(row)}</th>
  return (
    <td role="cell" data-label={label} className={className}>
      <div className="min-w-0">{column.cell(row)}</div>
    </td>
  )
}
