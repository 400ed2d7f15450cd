import { db } from '@/lib/db/client'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'
import type { Assessment } from './assessments'

/** The working calendar of an assessment, and how many dates would move with its T0. */
export interface Settings {
  calendar: AssessmentFile['calendar']
  /** Items with a due date that the board has not agreed. */
  movableItems: number
  /** Tasks that are not done. */
  movableTasks: number
}

export async function getSettings(assessment: Assessment): Promise<Settings> {
  const [row, movableItems, movableTasks] = await Promise.all([
    db().assessment.findUniqueOrThrow({ where: { id: assessment.id }, select: { calendar: true } }),
    db().item.count({ where: { assessmentId: assessment.id, dueOn: { not: null }, agreedDueOn: null } }),
    db().task.count({ where: { assessmentId: assessment.id, state: { not: 'done' } } }),
  ])
  return { calendar: row.calendar as AssessmentFile['calendar'], movableItems, movableTasks }
}
