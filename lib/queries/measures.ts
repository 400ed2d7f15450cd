import { db } from '@/lib/db/client'
import type { Outcome } from '@/lib/domain/facts'
import { provenStatuses, type ProvenStatus } from '@/lib/domain/items'
import { listAllAssessments } from './assessments'
import { getVerdict } from './verdict'

/** How an assessment stands, in numbers that a monitoring system follows. */
export interface Measures {
  slug: string
  ceiling: Outcome
  effective: Outcome
  /** Of the checklist, by proven status. */
  items: Record<ProvenStatus, number>
  /** Evidence that waits for review, and since when the oldest does. */
  inReview: number
  oldestInReview: Date | null
}

/** The measures of every assessment now, for the installation's own monitoring. */
export async function listMeasures(now: Date): Promise<Measures[]> {
  const [assessments, waiting] = await Promise.all([
    listAllAssessments(),
    db().$queryRaw<{ assessmentId: string; count: number; oldest: Date }[]>`
      SELECT q."assessmentId", count(*)::int AS count, min(r."submittedAt") AS oldest
      FROM "EvidenceRevision" r JOIN "Evidence" e ON e.id = r."evidenceId" JOIN "EvidenceRequirement" q ON q.id = e."requirementId"
      WHERE r.state = 'in_review' GROUP BY 1`,
  ])
  const measures: Measures[] = []
  for (const assessment of assessments) {
    const { snapshot, verdict } = await getVerdict(assessment, now)
    const items = Object.fromEntries(provenStatuses.map(status => [status, 0])) as Record<ProvenStatus, number>
    for (const { code, kind } of snapshot.items) if (kind === 'checklist') items[verdict.items.get(code)?.status ?? 'unmet'] += 1
    const queue = waiting.find(({ assessmentId }) => assessmentId === assessment.id)
    measures.push({
      slug: assessment.slug, ceiling: verdict.ceiling, effective: verdict.effective, items,
      inReview: queue?.count ?? 0, oldestInReview: queue?.oldest ?? null,
    })
  }
  return measures
}
