import { db } from '@/lib/db/client'
import type { Bilingual } from '@/lib/domain/language'
import { canReview, type Allowance } from '@/lib/domain/permissions'
import type { Assessment } from './assessments'
import type { RequirementRow, Snapshot } from './snapshot'
import type { SignedInViewer } from './viewer'

/** A revision that is or was reviewed, with what it must prove. */
export interface ReviewCase {
  revision: RequirementRow['revisions'][number]
  requirement: RequirementRow
  subject: {
    kind: 'item' | 'task'
    code: string
    title: Bilingual
    /** The criterion of an item, the success metric of a task. */
    criterion: Bilingual
    ownerTeams: readonly string[]
    reviewerId: string | null
  }
  /** Whether the viewer may review it now. */
  allowance: Allowance
}

/** What waits for this viewer's review, oldest first. */
export async function listWaiting(
  viewer: SignedInViewer, assessment: Assessment, snapshot: Snapshot,
): Promise<(ReviewCase & { submittedAt: Date })[]> {
  const rows = await db().evidenceRevision.findMany({
    where: { state: 'in_review', evidence: { requirement: { assessmentId: assessment.id } } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }], select: { id: true, submittedAt: true },
  })
  const cases = new Map(casesOf(viewer, snapshot).map(one => [one.revision.id, one]))
  return rows.flatMap(({ id, submittedAt }) => {
    const found = cases.get(id)
    return found?.allowance.allowed ? { ...found, submittedAt } : []
  })
}

/** A revision of the assessment as the viewer meets it in review; null where there is none of that id. */
export function findReviewCase(viewer: SignedInViewer, snapshot: Snapshot, revisionId: string): ReviewCase | null {
  return casesOf(viewer, snapshot).find(({ revision }) => revision.id === revisionId) ?? null
}

function casesOf(viewer: SignedInViewer, { items, tasks }: Snapshot): ReviewCase[] {
  const subjects = [
    ...items.map(item => ({ ...item, kind: 'item' as const, title: item.requirement })),
    ...tasks.map(task => ({ ...task, kind: 'task' as const, criterion: task.successMetric, reviewerId: null })),
  ]
  return subjects.flatMap(({ kind, code, title, criterion, ownerTeams, reviewerId, requirements }) => {
    const subject = { kind, code, title, criterion, ownerTeams, reviewerId }
    return requirements.flatMap(requirement => requirement.revisions.map(revision => (
      { revision, requirement, subject, allowance: canReview(viewer, revision, subject) }
    )))
  })
}
