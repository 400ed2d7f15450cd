import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { fromUtcDate, localDateAt, toUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { DeclaredStatus } from '@/lib/domain/items'
import { canApproveNotApplicable, canWrite, type Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { ChangeStatus, DecideNotApplicable, PlanItem } from '@/lib/schemas/items'
import { writerOf } from './chained-events'
import { writeAssessment, writeAssessmentDirectly } from './write'

/** What an item says of itself after a write, or now, where somebody else was faster. */
export interface ItemState {
  version: number
  declaredStatus: DeclaredStatus
  dueOn: LocalDate | null
  assigneeId: string | null
  reviewerId: string | null
}

/**
 * Declares a status. It never changes what is proven. `not_applicable` is a claim that takes effect when
 * another person approves it. Fails with `conflict` and the stored state where the version has moved on.
 */
export function changeStatus(viewer: Viewer, input: ChangeStatus, now: Date): Promise<Result<ItemState>> {
  return writeAssessmentDirectly(input.assessment, writerOf(viewer, now), async (run, assessment) => {
    const [item] = await run<StoredItem>(Prisma.sql`
      SELECT id, code, version, "declaredStatus", "dueOn"::text, "assigneeId", "reviewerId",
             ARRAY(SELECT o."teamKey" FROM "ItemOwner" o WHERE o."itemId" = i.id) AS "ownerTeams"
      FROM "Item" i WHERE "assessmentId" = ${assessment.id} AND code = ${input.item}`)
    if (!item) return failure('not_found')
    const allowance = canWrite(viewer, 'item.changeStatus', item)
    if (!allowance.allowed) return failure(allowance.reason)
    const { id, code, version, declaredStatus, dueOn, assigneeId, reviewerId } = item
    const before = { version, declaredStatus, dueOn, assigneeId, reviewerId }
    if (version !== input.version) return failure('conflict', { current: before })
    if (declaredStatus === input.status) return success(before)
    if (input.notApplicable && input.notApplicable.until <= localDateAt(now, assessment.timeZone))
      return failure('invalid_input', { fields: { 'notApplicable.until': 'not_in_future' } })

    const after = { ...before, declaredStatus: input.status, version: version + 1 }
    await run(Prisma.sql`
      UPDATE "Item" SET "declaredStatus" = ${after.declaredStatus}::"DeclaredStatus", version = ${after.version} WHERE id = ${id}`)
    const claim = input.status === 'not_applicable' ? input.notApplicable : undefined
    // A claim stands only while it is what the item declares.
    if (declaredStatus === 'not_applicable')
      await run(Prisma.sql`UPDATE "NotApplicableClaim" SET revoked = true WHERE "itemId" = ${id} AND NOT revoked`)
    if (claim)
      await run(Prisma.sql`
        INSERT INTO "NotApplicableClaim" (id, "itemId", "requesterId", reason, until, "createdAt", "approverTeams")
        VALUES (${randomUUID()}, ${id}, ${viewer.userId}, ${claim.reason}, ${claim.until}::date, ${now}, '{}')`)
    assessment.record({
      verb: 'item.statusChanged', subject: { type: 'item', id },
      before: { code, declaredStatus },
      after: { code, declaredStatus: input.status, ...(claim && { claim }) },
    })
    return success(after)
  })
}

interface StoredItem extends ItemState {
  id: string
  code: string
  ownerTeams: string[]
}

/** Sets assignee, named reviewer and due date. A due date that moves keeps the reason that is then demanded. */
export function planItem(viewer: Viewer, input: PlanItem, now: Date): Promise<Result<ItemState>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const item = await findItem(transaction, assessment.id, input.item)
    if (!item) return failure('not_found')
    const allowance = canWrite(viewer, 'item.plan', item)
    if (!allowance.allowed) return failure(allowance.reason)
    if (item.version !== input.version) return failure('conflict', { current: stateOf(item) })
    const before = stateOf(item)
    if (before.dueOn !== input.dueOn && !input.reason) return failure('invalid_input', { fields: { reason: 'required' } })
    const problem = await personProblem(transaction, item.ownerTeams, input)
    if (problem) return failure('invalid_input', { fields: problem })

    const { assigneeId, reviewerId, dueOn } = input
    if (before.assigneeId === assigneeId && before.reviewerId === reviewerId && before.dueOn === dueOn) return success(before)
    const changed = await transaction.item.update({
      where: { id: item.id },
      data: { assigneeId, reviewerId, dueOn: dueOn && toUtcDate(dueOn), version: { increment: 1 } },
    })
    assessment.record({
      verb: 'item.planned', subject: { type: 'item', id: item.id },
      before: { code: item.code, assigneeId: before.assigneeId, reviewerId: before.reviewerId, dueOn: before.dueOn },
      after: { code: item.code, assigneeId, reviewerId, dueOn, ...(input.reason && { reason: input.reason }) },
    })
    return success(stateOf(changed))
  })
}

/** Approves a claim that an item does not apply, or turns it down; then the status is no longer declared so. */
export function decideNotApplicable(viewer: Viewer, input: DecideNotApplicable, now: Date): Promise<Result<null>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const claim = await transaction.notApplicableClaim.findFirst({
      where: { id: input.claim, item: { assessmentId: assessment.id } }, include: { item: { include: { owners: true } } },
    })
    if (!claim) return failure('not_found')
    const allowance = canApproveNotApplicable(viewer, claim, { ownerTeams: claim.item.owners.map(o => o.teamKey) })
    if (!allowance.allowed) return failure(allowance.reason)
    if (claim.revoked || claim.decidedAt) return failure('already_decided')

    await transaction.notApplicableClaim.update({
      where: { id: claim.id },
      data: input.approve
        ? { approverId: viewer.userId, approverTeams: [...viewer.teams], decidedAt: now }
        : { revoked: true, decidedAt: now },
    })
    if (!input.approve)
      await transaction.item.update({
        where: { id: claim.itemId }, data: { declaredStatus: 'not_started', version: { increment: 1 } },
      })
    assessment.record({
      verb: input.approve ? 'notApplicable.approved' : 'notApplicable.refused', subject: { type: 'item', id: claim.itemId },
      before: null, after: { code: claim.item.code, until: fromUtcDate(claim.until) },
    })
    return success(null)
  })
}

async function findItem(transaction: Transaction, assessmentId: string, code: string) {
  const item = await transaction.item.findUnique({
    where: { assessmentId_code: { assessmentId, code } }, include: { owners: { select: { teamKey: true } } },
  })
  return item && { ...item, ownerTeams: item.owners.map(owner => owner.teamKey) }
}

/** An assignee is of an owning team, a named reviewer is of none. */
async function personProblem(
  transaction: Transaction, ownerTeams: readonly string[], input: PlanItem,
): Promise<Record<string, string> | null> {
  const isOwner = async (id: string) => {
    const person = await transaction.user.findUnique({ where: { id }, include: { teams: true } })
    return person && person.teams.some(team => ownerTeams.includes(team.teamKey))
  }
  if (input.assigneeId && !(await isOwner(input.assigneeId))) return { assigneeId: 'not_owner_team' }
  if (input.reviewerId && (await isOwner(input.reviewerId)) !== false) return { reviewerId: 'owner_team' }
  return null
}

function stateOf(item: {
  version: number, declaredStatus: DeclaredStatus, dueOn: Date | null, assigneeId: string | null, reviewerId: string | null
}): ItemState {
  const { version, declaredStatus, assigneeId, reviewerId } = item
  return { version, declaredStatus, assigneeId, reviewerId, dueOn: item.dueOn && fromUtcDate(item.dueOn) }
}
