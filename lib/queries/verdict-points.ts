import { db } from '@/lib/db/client'
import { fromUtcDate, toUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { Reading } from '@/lib/domain/trend'
import type { Assessment } from './assessments'

/**
 * The readings of an assessment at the end of each day before `today`, ascending; a day on which nothing ran has none.
 * Those days are over, so that a page may be kept for the day: today's reading is the verdict's own.
 */
export async function listReadings(assessment: Assessment, today: LocalDate): Promise<Reading[]> {
  const rows = await db().verdictPoint.findMany({
    where: { assessmentId: assessment.id, date: { lt: toUtcDate(today) } }, orderBy: { date: 'asc' },
  })
  return rows.map(({ date, ceiling, effective, rule, applicable, declaredDone, proven }) => ({
    date: fromUtcDate(date), ceiling, effective, rule: rule as Reading['rule'], declared: declaredDone, proven, total: applicable,
  }))
}
