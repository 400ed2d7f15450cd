'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Table, type Column } from '@/components/ui/table'

interface FieldChange {
  label: string
  /** Null of what is only said of the change, such as its reason. */
  before: string | null
  after: string
}

/** What the server says that a spreadsheet would change. */
export interface Preview {
  /** The version of each item that would change. */
  seen: Record<string, number>
  rows: { line: number; item: string; requirement: string; fields: FieldChange[] }[]
  problems: { line: number; item: string | null; reason: string; fields: FieldChange[] }[]
  unchanged: number
}

export interface PreviewWords {
  preview: string; line: string; item: string; change: string; why: string; changes: string; problems: string
  unchanged: string; blocked: string; nothing: string; apply: string; applying: string
}

interface SheetPreviewProps {
  preview: Preview
  words: PreviewWords
  pending: boolean
  onApply: () => void
  /** Takes the focus when it appears. */
  focused: boolean
}

/** The rows that change, before and after, and those that cannot be applied with their reason. */
export function SheetPreview({ preview, words, pending, onApply, focused }: SheetPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focused) heading.current?.focus()
  }, [focused])
  const { rows, problems, unchanged } = preview
  const changeColumn = { key: 'change', label: words.change, cell: ({ fields }: { fields: FieldChange[] }) => <Changes fields={fields} /> }
  const line = { key: 'line', label: words.line, headClassName: 'desk:w-16' }
  const problemColumns: Column<Preview['problems'][number]>[] = [
    { ...line, cell: row => row.line },
    { key: 'item', label: words.item, isRowHeader: true, cell: row => <span className="font-mono text-small">{row.item ?? '—'}</span> },
    { key: 'why', label: words.why, cell: row => row.reason },
    changeColumn,
  ]
  const changeColumns: Column<Preview['rows'][number]>[] = [
    { ...line, cell: row => row.line },
    {
      key: 'item', label: words.item, isRowHeader: true,
      cell: row => <><span className="mr-3 font-mono text-small text-muted">{row.item}</span>{row.requirement}</>,
    },
    changeColumn,
  ]
  return (
    <section aria-labelledby="preview" className="space-y-6">
      <div>
        <h2 ref={heading} id="preview" tabIndex={-1} className="text-large">{words.preview}</h2>
        <dl className="flex flex-wrap gap-x-8">
          {[[words.changes, rows.length], [words.problems, problems.length], [words.unchanged, unchanged]].map(([label, count]) => (
            <div key={label} className="flex gap-2"><dt className="text-muted">{label}</dt><dd className="font-medium">{count}</dd></div>
          ))}
        </dl>
      </div>
      {problems.length > 0 && (
        <>
          <Notice tone="warn" title={words.blocked} />
          <Table caption={words.problems} captionVisible columns={problemColumns} rows={problems} rowKey={row => `${row.line}`} />
        </>
      )}
      {rows.length > 0 && (
        <Table caption={words.changes} captionVisible columns={changeColumns} rows={rows} rowKey={row => `${row.line}`} />
      )}
      {rows.length === 0 && problems.length === 0 && <p>{words.nothing}</p>}
      {rows.length > 0 && problems.length === 0 && (
        <Button variant="primary" aria-busy={pending} onClick={onApply}>{pending ? words.applying : words.apply}</Button>
      )}
    </section>
  )
}

function Changes({ fields }: { fields: readonly FieldChange[] }) {
  return (
    <ul>
      {fields.map(({ label, before, after }) => (
        <li key={label}>
          <span className="text-muted">{label}: </span>
          {before !== null && <><del className="text-muted">{before}</del> → </>}
          <ins className="font-medium no-underline">{after}</ins>
        </li>
      ))}
    </ul>
  )
}
