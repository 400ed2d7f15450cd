import type { Column } from '@/components/ui/table'
import type { BaselineTable } from '@/lib/domain/baseline'
import type { DrillObjectives } from '@/lib/domain/drills'
import type { Language } from '@/lib/domain/language'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'

/** What a table of the baseline is given. */
export interface BaselineProps<Table extends keyof Tables> extends PartOfPage<Tables[Table][number]> {
  language: Language
  rows: Tables[Table]
}

type Tables = Pick<AssessmentFile['baseline'], Extract<BaselineTable, keyof AssessmentFile['baseline']>>

/** What a page adds to a table. */
export interface PartOfPage<Row> {
  /** Where links to the table point. */
  id?: string
  /** A last column. */
  last?: Column<Row>
}

/** Recovery objectives, with the item that must prove them. */
export interface DrillTargetRow extends DrillObjectives {
  itemCode: string
}
