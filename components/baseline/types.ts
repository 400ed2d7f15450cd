import type { DrillObjectives } from '@/lib/domain/drills'
import type { Language } from '@/lib/domain/language'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'

/** What a table of the baseline is given. */
export interface BaselineProps<Table extends keyof AssessmentFile['baseline']> {
  language: Language
  rows: AssessmentFile['baseline'][Table]
}

/** Recovery objectives, with the item that must prove them. */
export interface DrillTargetRow extends DrillObjectives {
  itemCode: string
}
