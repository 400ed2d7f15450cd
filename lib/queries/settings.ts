import { db } from '@/lib/db/client'
import type { Assessment } from './assessments'

/** How many dates of an assessment would move with its T0. */
export interface Settings {
  /** Items with a due date that the board has not agreed. */
  movableItems: number
  /** Tasks that are not done. */
  movableTasks: number
}

export async function getSettings(assessment: Assessment): Promise<Settings> {
  const [movableItems, movableTasks] = await Promise.all([
    db().item.count({ where: { assessmentId: assessment.id, dueOn: { not: null }, agreedDueOn: null } }),
    db().task.count({ where: { assessmentId: assessment.id, state: { not: 'done' } } }),
  ])
  return { movableItems, movableTasks }
}
