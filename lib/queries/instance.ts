import { connections, db } from '@/lib/db/client'

/**
 * Where the days of what belongs to no assessment begin and end: the time zone of the first assessment, by the time
 * that it was made; UTC while there is none.
 */
export async function getInstanceTimeZone(): Promise<string> {
  const first = await db().assessment.findFirst({ orderBy: { id: 'asc' }, select: { timeZone: true } })
  return first?.timeZone ?? 'UTC'
}

/** The revisions of all assessments and of what belongs to none, together: any change makes it more. */
export async function getOverallRevision(): Promise<number> {
  const { rows } = await connections().pool.query<{ revision: number }>({
    name: 'overall-revision',
    text: `SELECT (i.revision + coalesce((SELECT sum(a.revision) FROM "Assessment" a), 0))::int AS revision FROM "Instance" i WHERE i.id = 1`,
  })
  return rows[0]?.revision ?? 0
}
