import { fromUtcDate, localDateAt, toUtcDate } from '@/lib/domain/dates'
import { canApproveFindingException, canWrite, type Viewer } from '@/lib/domain/permissions'
import { isBlocking } from '@/lib/domain/proof'
import type { Policy } from '@/lib/domain/policy'
import { failure, success, type Result } from '@/lib/domain/result'
import type { DecideFindingException, RequestFindingException } from '@/lib/schemas/finding-exceptions'
import { writerOf } from './chained-events'
import { writeAssessment } from './write'

/**
 * Asks that what a check finds of an item be set aside until a day: an accepted risk, which another person approves.
 * Failures: `not_found`, those of owners, `invalid_input` for a day that is past, `blocking_item` for a gate or a
 * critical item, from which nothing is set aside, `already_requested` where one waits or holds.
 */
export function requestFindingException(viewer: Viewer, input: RequestFindingException, now: Date): Promise<Result<null>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const item = await transaction.item.findUnique({
      where: { assessmentId_code: { assessmentId: assessment.id, code: input.item } }, include: { owners: true },
    })
    if (!item) return failure('not_found')
    const allowance = canWrite(viewer, 'findingException.request', { ownerTeams: item.owners.map(owner => owner.teamKey) })
    if (!allowance.allowed) return failure(allowance.reason)
    const today = localDateAt(now, assessment.timeZone)
    if (input.until < today) return failure('invalid_input', { fields: { until: 'in_past' } })
    const policy = await transaction.policy.findFirst({ where: { assessmentId: assessment.id }, orderBy: { version: 'desc' } })
    if (isBlocking(item.code, policy && policy.body as unknown as Policy)) return failure('blocking_item')
    const { check } = input
    const standing = await transaction.findingException.findFirst({ where: { itemId: item.id, check, revoked: false, until: { gte: toUtcDate(today) } } })
    if (standing) return failure('already_requested')
    await transaction.findingException.create({
      data: { itemId: item.id, check, requesterId: viewer.userId, reason: input.reason, until: toUtcDate(input.until), createdAt: now },
    })
    assessment.record({
      verb: 'findingException.requested', subject: { type: 'item', id: item.id }, before: null,
      after: { code: item.code, check, until: input.until, reason: input.reason },
    })
    return success(null)
  })
}

/** Approves a request to set a finding aside, or turns it down; an approval can be taken back in the same way. */
export function decideFindingException(viewer: Viewer, input: DecideFindingException, now: Date): Promise<Result<null>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const exception = await transaction.findingException.findFirst({
      where: { id: input.exception, item: { assessmentId: assessment.id } }, include: { item: { include: { owners: true } } },
    })
    if (!exception) return failure('not_found')
    const { item, check } = exception
    const allowance = canApproveFindingException(viewer, exception, { ownerTeams: item.owners.map(owner => owner.teamKey) })
    if (!allowance.allowed) return failure(allowance.reason)
    if (exception.revoked || (input.approve && exception.approverId !== null)) return failure('already_decided')
    await transaction.findingException.update({
      where: { id: exception.id },
      data: input.approve
        ? { approverId: viewer.userId, approverTeams: [...viewer.teams], decidedAt: now }
        : { revoked: true, decidedAt: now },
    })
    assessment.record({
      verb: input.approve ? 'findingException.approved' : 'findingException.refused', subject: { type: 'item', id: item.id },
      before: null, after: { code: item.code, check, until: fromUtcDate(exception.until) },
    })
    return success(null)
  })
}
