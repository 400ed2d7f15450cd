import { Section } from '@/components/ui/section'
import { Table, type Column } from '@/components/ui/table'
import type { PartOfPage } from './types'

interface BaselinePartProps<Row> extends PartOfPage<Row> {
  title: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** One table of the baseline under its heading; nothing where the assessment says nothing of it. */
export function BaselinePart<Row>({ title, id, columns, last, ...table }: BaselinePartProps<Row>) {
  if (table.rows.length === 0) return null
  const all = last && [...columns, last].map(column => ({ ...column, cellClassName: 'align-top' }))
  return (
    <Section title={title} id={id} level={3}>
      <Table caption={title} columns={all ?? columns} {...table} />
    </Section>
  )
}
