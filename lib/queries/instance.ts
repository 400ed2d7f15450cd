import { db } from '@/lib/db/client'

/**
 * Where the days of what belongs to no assessment begin and end: the time zone of the first assessment, by the time
 * that it was made; UTC while there is none.
 */
export async function getInstanceTimeZone(): Promise<string> {
  const first = await db().assessment.findFirst({ orderBy: { id: 'asc' }, select: { timeZone: true } })
  return first?.timeZone ?? 'UTC'
}
