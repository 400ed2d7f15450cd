import { connections } from '@/lib/db/client'
import { changedIds } from '@/lib/domain/subjects'

/**
 * Ids of the items and tasks of an assessment that changed after one revision and up to another; null where
 * something else did, or too much to name.
 */
export async function listChangedIds(assessmentId: string, after: number, upTo: number): Promise<string[] | null> {
  const { rows } = await connections().pool.query<{ type: string; id: string }>({
    name: 'changed-ids',
    text: `SELECT DISTINCT "subjectType" AS type, "subjectId" AS id FROM "Event" WHERE chain = $1 AND number > $2 AND number <= $3`,
    values: [assessmentId, after, upTo],
  })
  return changedIds(rows)
}
