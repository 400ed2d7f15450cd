import type { Bilingual, Language } from '@/lib/domain/language'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'

/** What a table of the baseline is given. */
export interface BaselineProps<Table extends keyof AssessmentFile['baseline']> {
  language: Language
  rows: AssessmentFile['baseline'][Table]
}

/** Recovery objectives of a component, with the item that must prove them. */
export interface DrillTargetRow {
  itemCode: string
  component: Bilingual
  rpoMinMinutes: number | null
  rpoMaxMinutes: number
  rtoMinMinutes: number | null
  /** Null where the source gives no measurable time; `rtoWords` is then what it says. */
  rtoMaxMinutes: number | null
  rtoWords: Bilingual | null
}
