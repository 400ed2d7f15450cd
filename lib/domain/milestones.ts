import { countClaims, type Claims } from './claims'
import { addDays, type LocalDate } from './dates'
import type { DeclaredStatus, ItemKind, ProvenStatus } from './items'
import { taskProgress, type TaskFacts } from './roadmap'

/** Days from T0 at which an assessment is looked at. */
export const milestoneDays = [30, 60, 90] as const

/** What is due by a milestone, the milestones before it included. */
export interface Milestone {
  day: (typeof milestoneDays)[number]
  on: LocalDate
  /** Items of the go/no-go list. */
  items: Claims
  tasks: Claims
}

interface PlannedItem {
  code: string
  kind: ItemKind
  declaredStatus: DeclaredStatus
  dueOn: LocalDate | null
}

/** What is due by each milestone and how much of it is claimed and proven on `today`. */
export function milestonesOf(
  startedOn: LocalDate, items: readonly PlannedItem[], tasks: readonly TaskFacts[],
  provenOf: (code: string) => ProvenStatus, today: LocalDate,
): Milestone[] {
  return milestoneDays.map(day => {
    const on = addDays(startedOn, day)
    const isDue = ({ dueOn }: { dueOn: LocalDate | null }) => dueOn !== null && dueOn <= on
    return {
      day, on,
      items: countClaims(items.filter(item => item.kind === 'checklist' && isDue(item)), provenOf),
      tasks: taskProgress(tasks.filter(isDue), today),
    }
  })
}
