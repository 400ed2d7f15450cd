'use client'

import type { ReactNode } from 'react'
import { DueDate, type DueDateProps } from '@/components/status/due-date'
import { GroupedTable, type Column, type RowGroup } from '@/components/ui/table'
import { Tag, type TagProps } from '@/components/ui/tag'
import type { ItemColumn } from '@/lib/domain/item-list'
import type { Criticality, DeclaredStatus, ProvenStatus } from '@/lib/domain/items'
import type { Declarable } from './declarable'
import { InlineStatus } from './inline-status'
import { SelectAllBox, SelectBox } from './select-box'
import type { Selectable } from './selectable'

export interface GridRow {
  code: string
  version: number
  requirement: string
  criticality: Criticality
  owners: string
  due: DueDateProps
  declared: DeclaredStatus
  proven: ProvenStatus
  dimension?: string
  assignee?: string | null
  agreed?: DueDateProps
  /** Stands under the requirement. */
  mark?: string
  /** The viewer may declare its status here. */
  mayDeclare?: boolean
  /** Why the viewer may not select it. */
  refusal?: string
}

type ColumnHead = Pick<Column<GridRow>, 'label' | 'sort'>

export interface ItemGridProps {
  slug: string
  caption: string
  groups: readonly RowGroup<GridRow>[]
  columns: readonly ItemColumn[]
  heads: Record<ItemColumn | 'code' | 'requirement', ColumnHead>
  tags: {
    criticality: Record<Criticality, TagProps>
    declared: Record<DeclaredStatus, TagProps>
    proven: Record<ProvenStatus, TagProps>
  }
  declare?: Declarable['props']
  select?: Selectable['words']
}

/**
 * Items as a table, drawn from data: the markup of hundreds of cells would be sent twice with each page, once to be
 * seen and once to be compared with.
 */
export function ItemGrid({ slug, caption, groups, columns, heads, tags, declare, select }: ItemGridProps) {
  const code = (row: GridRow) => <span className="font-mono text-small whitespace-nowrap text-muted">{row.code}</span>
  const criticality = (row: GridRow) => <Tag {...tags.criticality[row.criticality]} />
  const offered: Record<ItemColumn, Omit<Column<GridRow>, 'key' | 'label'>> = {
    dimension: { headClassName: 'xl:w-36', cell: row => row.dimension },
    criticality: { headClassName: 'xl:w-28', cell: criticality, hideOnPhone: true },
    owner: { headClassName: 'xl:w-30', cell: row => row.owners },
    assignee: { headClassName: 'xl:w-32', cell: row => row.assignee ?? nothing },
    due: { headClassName: 'xl:w-44', cell: row => <DueDate {...row.due} /> },
    agreed: { headClassName: 'xl:w-28', cell: row => (row.agreed ? <DueDate {...row.agreed} /> : nothing) },
    declared: { headClassName: 'xl:w-40', cell: row => <Declared row={row} slug={slug} tag={tags.declared[row.declared]} declare={declare} /> },
    proven: { headClassName: 'xl:w-36', cell: row => <Tag {...tags.proven[row.proven]} /> },
  }
  const shown: Column<GridRow>[] = [
    ...(select ? [selectColumn(select)] : []),
    { key: 'code', ...heads.code, headClassName: 'xl:w-20', cell: code, hideOnPhone: true },
    {
      key: 'requirement', ...heads.requirement, isRowHeader: true,
      cell: row => (
        <>
          <span className="flex items-center gap-3 desk:hidden">{code(row)}{criticality(row)}</span>
          <a href={`/${slug}/items/${row.code}`}>{row.requirement}</a>
          {row.mark && <span className="block text-small font-normal text-muted">{row.mark}</span>}
        </>
      ),
    },
    ...columns.map(key => ({ key, ...heads[key], ...offered[key] })),
  ]
  return <GroupedTable caption={caption} columns={shown} groups={groups} rowKey={row => row.code} />
}

const nothing: ReactNode = <span className="text-muted">—</span>

function selectColumn(words: Selectable['words']): Column<GridRow> {
  return {
    key: 'select', label: words.title, hideOnPaper: true, headClassName: 'w-7',
    cellClassName: 'phone:absolute phone:top-2 phone:right-0 phone:before:hidden',
    head: <SelectAllBox words={words} />,
    cell: ({ code, refusal }) => <SelectBox words={words} code={code} refusal={refusal} />,
  }
}

function Declared({ row: { code, version, declared, mayDeclare }, slug, tag, declare }: {
  row: GridRow
  slug: string
  tag: TagProps
  declare: ItemGridProps['declare']
}) {
  if (!declare || !mayDeclare) return <Tag {...tag} />
  return (
    <InlineStatus
      assessment={slug} item={{ code, version, declaredStatus: declared }} options={declare.options} words={declare.words}
      label={declare.label.replace('{code}', code)} reasonHref={`/${slug}/items/${code}`}
    >
      <Tag {...tag} />
    </InlineStatus>
  )
}
