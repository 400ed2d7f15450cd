import { db } from '@/lib/db/client'
import { failure, success, type Result } from '@/lib/domain/result'
import { getAssessment, type Assessment } from '@/lib/queries/assessments'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { DeleteView, ListViews, SaveView } from '@/lib/schemas/saved-views'

// A view is its owner's own: nobody else sees it, so it makes no event and moves no revision, and no page holds it.
// Each of these answers with all views that the viewer then has.

export interface SavedView {
  id: string
  name: string
  query: string
}

const mostViews = 50

export function listViews(viewer: SignedInViewer, input: ListViews): Promise<Result<SavedView[]>> {
  return withViews(viewer, input.assessment, async () => null)
}

/** Keeps an address under a name. Fails with `view_exists` where there is a view of that name that may not be replaced. */
export function saveView(
  viewer: SignedInViewer, { assessment, name, query, replace }: SaveView, now: Date,
): Promise<Result<SavedView[]>> {
  return withViews(viewer, assessment, async ({ id: assessmentId }) => {
    const owned = { userId: viewer.userId, assessmentId }
    const others = await db().savedView.count({ where: { ...owned, name: { not: name } } })
    if (others >= mostViews) return failure('too_many_views', { values: { limit: mostViews } })
    const view = { ...owned, name, query, createdAt: now }
    if (replace) {
      await db().savedView.upsert({ where: { userId_assessmentId_name: { ...owned, name } }, update: { query }, create: view })
      return null
    }
    const { count } = await db().savedView.createMany({ data: [view], skipDuplicates: true })
    return count === 0 ? failure('view_exists') : null
  })
}

/** A view that is gone already is no failure. */
export function deleteView(viewer: SignedInViewer, { assessment, view }: DeleteView): Promise<Result<SavedView[]>> {
  return withViews(viewer, assessment, async ({ id: assessmentId }) => {
    await db().savedView.deleteMany({ where: { id: view, userId: viewer.userId, assessmentId } })
    return null
  })
}

async function withViews(
  viewer: SignedInViewer, slug: string, change: (assessment: Assessment) => Promise<ReturnType<typeof failure> | null>,
): Promise<Result<SavedView[]>> {
  const assessment = await getAssessment(viewer, slug)
  if (!assessment) return failure('not_found')
  const failed = await change(assessment)
  if (failed) return failed
  return success(await db().savedView.findMany({
    where: { userId: viewer.userId, assessmentId: assessment.id }, orderBy: { name: 'asc' },
    select: { id: true, name: true, query: true },
  }))
}
