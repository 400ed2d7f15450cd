import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface Column<Row> {
  /** Unique in the table. */
  key: string
  /** Words of the head, and of the label in front of the value on a phone. */
  label: string
  cell: (row: Row) => ReactNode
  /** `end` for numbers and dates that are compared down the column. */
  align?: 'start' | 'end'
  /** The cell that names its row: one a table. On a phone it heads the entry. */
  isRowHeader?: boolean
  /** Left out on a phone, where it matters least. */
  hideOnPhone?: boolean
  /** Keeps the column on one line. */
  noWrap?: boolean
  /** Where the head leads to sort by it, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
}

interface TableProps<Row> {
  /** What the table shows; seen only if `captionVisible`. */
  caption: ReactNode
  captionVisible?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/**
 * Rows of 36 px under a head that stays in sight; on a phone each row becomes an entry of a list, and on paper
 * the head is repeated on every page. The roles are written out since a table that is laid out anew loses them.
 */
export function Table<Row>({ caption, captionVisible = false, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <div className="tablet:overflow-x-auto">
      <table role="table" className="w-full border-separate border-spacing-0 text-left phone:block print:text-small">
        <caption className={captionVisible ? 'pb-2 text-left font-medium phone:block' : 'sr-only'}>{caption}</caption>
        <thead role="rowgroup" className="phone:sr-only">
          <tr role="row">{columns.map(column => <HeadCell key={column.key} column={column} />)}</tr>
        </thead>
        <tbody role="rowgroup" className="phone:block phone:border-t phone:border-edge">
          {rows.map(row => (
            <tr key={rowKey(row)} role="row" className="group phone:block phone:border-b phone:border-edge phone:py-2">
              {columns.map(column => <Cell key={column.key} column={column} row={row} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const arrows = { ascending: 'arrow-up', descending: 'arrow-down' } as const

function HeadCell<Row>({ column: { label, align, sort } }: { column: Column<Row> }) {
  return (
    <th
      scope="col" role="columnheader" aria-sort={sort?.direction}
      className={clsx(
        'sticky top-0 z-10 h-9 border-b border-edge bg-paper px-2 py-1.5 align-bottom text-small font-medium',
        'text-muted first:pl-0 last:pr-0 print:static print:px-1', align === 'end' && 'text-right',
      )}
    >
      {sort ? (
        <a href={sort.href} className="inline-flex items-center gap-1 text-muted hover:text-ink">
          {label}
          {sort.direction && <Icon name={arrows[sort.direction]} className="size-3" />}
        </a>
      ) : label}
    </th>
  )
}

const phoneLabel =
  'phone:before:w-28 phone:before:shrink-0 phone:before:text-small phone:before:text-muted ' +
  'phone:before:content-[attr(data-label)]'

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { align, isRowHeader, hideOnPhone, noWrap, label } = column
  const className = clsx(
    'h-9 border-b border-line px-2 py-1 align-middle group-hover:bg-sunken first:pl-0 last:pr-0 print:px-1',
    'phone:h-auto phone:border-0 phone:bg-transparent! phone:px-0 phone:py-0.5',
    align === 'end' && 'desk:text-right', noWrap && 'desk:whitespace-nowrap',
    isRowHeader ? 'text-left font-medium phone:block' : 'phone:flex phone:gap-3',
    !isRowHeader && phoneLabel,
    hideOnPhone && 'phone:hidden',
  )
  if (isRowHeader) return <th scope="row" role="rowheader" className={className}>{column.cell(row)}</th>
  return (
    <td role="cell" data-label={label} className={className}>
      <div className="min-w-0">{column.cell(row)}</div>
    </td>
  )
}
