import type { Language } from '@/lib/domain/language'
import { failure, success, type Result } from '@/lib/domain/result'
import { verdictReport, type VerdictReport } from '@/lib/domain/verdict-report'
import type { ApiItem, ListItems } from '@/lib/schemas/api'
import { getAssessment } from './assessments'
import type { ItemRow } from './snapshot'
import { getVerdict, type Judged } from './verdict'
import type { SignedInViewer } from './viewer'

/**
 * The verdict as a pipeline reads it. Its name changes with the revision, and where time alone may have changed the
 * answer.
 */
export async function readVerdict(
  viewer: SignedInViewer, { assessment: slug }: { assessment: string }, now: Date,
): Promise<Result<{ body: VerdictReport; etag: string }>> {
  const assessment = await getAssessment(viewer, slug)
  if (!assessment) return failure('not_found')
  const { verdict } = await getVerdict(assessment, now)
  return success({ body: verdictReport(verdict), etag: `${assessment.revision}-${verdict.nextChangeAt?.getTime() ?? 0}` })
}

/** Items as programs read them, in the source's order, `limit` from the one after `cursor`; where there are more, the cursor to go on by. */
export async function listApiItems(
  viewer: SignedInViewer, { assessment: slug, kind, limit, cursor }: ListItems, now: Date,
): Promise<Result<{ body: { items: ApiItem[] }; cursor: string | null }>> {
  const assessment = await getAssessment(viewer, slug)
  if (!assessment) return failure('not_found')
  const judged = await getVerdict(assessment, now)
  const all = judged.snapshot.items.filter(item => kind === undefined || item.kind === kind)
  const last = cursor === undefined ? -1 : all.findIndex(({ code }) => code === cursor)
  if (cursor !== undefined && last < 0) return failure('invalid_input', { fields: { cursor: 'unknown' } })
  const shown = all.slice(last + 1, last + 1 + limit)
  const isMore = last + 1 + limit < all.length
  return success({ body: { items: shown.map(item => apiItem(item, judged, viewer.language)) }, cursor: isMore ? shown.at(-1)?.code ?? null : null })
}

/** What could not be judged counts as not proven. */
function apiItem(item: ItemRow, { verdict }: Judged, language: Language): ApiItem {
  const { code, kind, requirement, ownerTeams, declaredStatus, dueOn, version } = item
  const proof = verdict.items.get(code)
  return {
    code, kind, requirement: requirement[language], owners: [...ownerTeams], declared: declaredStatus, proven: proof?.status ?? 'unmet',
    dueOn, version, failedChecks: [...new Set(proof?.failedChecks.map(({ check }) => check))],
    requirements: item.requirements.map(({ key, title, kind: asked }) => {
      const standing = proof?.requirements.find(one => one.key === key)
      return { key, title: title[language], kind: asked, state: standing?.state ?? 'missing', reason: standing?.reason ?? 'missing' }
    }),
  }
}
