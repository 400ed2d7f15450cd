import { db } from '@/lib/db/client'
import { fromUtcDate, toUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { Bilingual } from '@/lib/domain/language'
import { canApproveFindingException, canApproveNotApplicable, hasPermission } from '@/lib/domain/permissions'
import type { Assessment } from './assessments'
import type { Snapshot } from './snapshot'
import type { SignedInViewer } from './viewer'

/** What somebody asks that another person must decide, with the item on whose page that is done. */
export interface WaitingRequest {
  id: string
  item: { code: string; title: Bilingual }
  /** The check whose finding is to be set aside; null where the item is said not to apply. */
  check: string | null
  requesterId: string
  requestedAt: Date
  reason: string
  /** Last day of what is asked. */
  until: LocalDate
}

/** Whether requests can wait for the viewer at all. */
export function decidesRequests(viewer: SignedInViewer): boolean {
  return hasPermission(viewer, 'notApplicable.approve') || hasPermission(viewer, 'findingException.approve')
}

/**
 * What waits for this viewer's decision, oldest first. What was asked until a day that has passed waits no more, nor
 * does a finding that its check no longer makes.
 */
export async function listWaitingRequests(
  viewer: SignedInViewer, assessment: Assessment, { items }: Snapshot, today: LocalDate,
): Promise<WaitingRequest[]> {
  if (!decidesRequests(viewer)) return []
  const where = { item: { assessmentId: assessment.id }, revoked: false, decidedAt: null, until: { gte: toUtcDate(today) } }
  const [claims, exceptions] = await Promise.all([
    db().notApplicableClaim.findMany({ where }), db().findingException.findMany({ where }),
  ])
  const itemsById = new Map(items.map(item => [item.id, item]))
  const asked = [...claims.map(claim => ({ ...claim, check: null })), ...exceptions]
  return asked.flatMap(({ id, itemId, check, requesterId, createdAt, reason, until }) => {
    const item = itemsById.get(itemId)
    if (!item || (check !== null && !item.failedChecks.some(failed => failed.check === check))) return []
    const { allowed } = (check === null ? canApproveNotApplicable : canApproveFindingException)(viewer, { requesterId }, item)
    const { code, requirement: title } = item
    return allowed ? [{ id, item: { code, title }, check, requesterId, requestedAt: createdAt, reason, until: fromUtcDate(until) }] : []
  }).sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime() || (a.id < b.id ? -1 : 1))
}
