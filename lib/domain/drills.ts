import type { Bilingual } from './language'

/** Recovery objectives of a component, in minutes. */
export interface DrillObjectives {
  component: Bilingual
  rpoMinMinutes: number | null
  rpoMaxMinutes: number
  rtoMinMinutes: number | null
  /** Null where the source gives no measurable time; `rtoWords` is then what it says. */
  rtoMaxMinutes: number | null
  rtoWords: Bilingual | null
}
