import { connections } from '@/lib/db/client'
import { changesOf, type Changes } from '@/lib/domain/changes'

/** What changed in an assessment after one revision and up to another; null where it may be anything. */
export async function listChanges(assessmentId: string, after: number, upTo: number): Promise<Changes | null> {
  const { rows } = await connections().pool.query<{ verb: string; type: string; id: string; notApplicable: boolean }>({
    name: 'changes',
    text: `
      SELECT DISTINCT verb, "subjectType" AS type, "subjectId" AS id, body LIKE '%"not_applicable"%' AS "notApplicable"
      FROM "Event" WHERE chain = $1 AND number > $2 AND number <= $3`,
    values: [assessmentId, after, upTo],
  })
  return changesOf(rows)
}
