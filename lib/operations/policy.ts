import type { Transaction } from '@/lib/db/client'
import { changedTerms, criticalityOf, type Policy, type PolicyTerms } from '@/lib/domain/policy'
import { canDecidePolicy, hasPermission, type Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { DecidePolicy, ProposePolicy, WithdrawPolicy } from '@/lib/schemas/policy'
import { writerOf } from './chained-events'
import { writeAssessment } from './write'

/** Proposes a change of the policy; it waits for a second administrator. One proposal is open at a time. */
export async function proposePolicy(viewer: Viewer, input: ProposePolicy, now: Date): Promise<Result<{ id: string }>> {
  if (!hasPermission(viewer, 'policy.propose')) return failure('role')
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const { baseVersion, reason } = input
    const inForce = await policyInForce(transaction, assessment.id)
    if (inForce?.version !== baseVersion) return failure('conflict')
    if (await transaction.policyProposal.count({ where: { assessmentId: assessment.id, decidedAt: null } }) > 0)
      return failure('proposal_open')
    const unknown = await fieldsWithUnknownItems(transaction, assessment.id, input)
    if (unknown) return failure('invalid_input', { fields: unknown })
    const body = termsOf(input)
    if (changedTerms(inForce, body).length === 0) return failure('nothing_changed')

    const { id } = await transaction.policyProposal.create({
      data: { assessmentId: assessment.id, baseVersion, body, reason, proposerId: viewer.userId, proposedAt: now },
    })
    assessment.record({
      verb: 'policy.proposed', subject: { type: 'policyProposal', id },
      before: { version: baseVersion, policy: termsOf(inForce) }, after: { policy: body, reason },
    })
    return success({ id })
  })
}

/**
 * Approves a proposal, which becomes the version in force at once, or refuses it. Never by who proposed it; and one
 * for a version that is no longer in force can only be refused.
 */
export function decidePolicy(viewer: Viewer, input: DecidePolicy, now: Date): Promise<Result<null>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const proposal = await transaction.policyProposal.findFirst({ where: { id: input.proposal, assessmentId: assessment.id } })
    if (!proposal) return failure('not_found')
    if (proposal.decidedAt) return failure('already_decided')
    const inForce = await policyInForce(transaction, assessment.id)
    const allowance = canDecidePolicy(viewer, proposal, inForce?.version ?? 0, input.approve)
    if (!allowance.allowed) return failure(allowance.reason)

    const approvedVersion = input.approve ? proposal.baseVersion + 1 : null
    await transaction.policyProposal.update({
      where: { id: proposal.id },
      data: { deciderId: viewer.userId, decidedAt: now, approved: input.approve, decisionReason: input.reason, approvedVersion },
    })
    if (approvedVersion !== null)
      await putInForce(transaction, assessment.id, { ...(proposal.body as unknown as PolicyTerms), version: approvedVersion }, now)
    assessment.record({
      verb: input.approve ? 'policy.approved' : 'policy.refused', subject: { type: 'policyProposal', id: proposal.id },
      before: inForce && { version: inForce.version, policy: termsOf(inForce) },
      after: {
        ...(approvedVersion !== null && { version: approvedVersion, policy: proposal.body }),
        ...(input.reason !== null && { reason: input.reason }),
      },
    })
    return success(null)
  })
}

/** Takes a proposal back, which only its proposer may. */
export async function withdrawPolicy(viewer: Viewer, input: WithdrawPolicy, now: Date): Promise<Result<null>> {
  if (!hasPermission(viewer, 'policy.propose')) return failure('role')
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const proposal = await transaction.policyProposal.findFirst({ where: { id: input.proposal, assessmentId: assessment.id } })
    if (!proposal) return failure('not_found')
    if (proposal.decidedAt) return failure('already_decided')
    if (proposal.proposerId !== viewer.userId) return failure('not_proposer')
    await transaction.policyProposal.update({
      where: { id: proposal.id }, data: { deciderId: viewer.userId, decidedAt: now, approved: false },
    })
    assessment.record({
      verb: 'policy.withdrawn', subject: { type: 'policyProposal', id: proposal.id }, before: null, after: null,
    })
    return success(null)
  })
}

async function policyInForce(transaction: Transaction, assessmentId: string): Promise<Policy | null> {
  const row = await transaction.policy.findFirst({ where: { assessmentId }, orderBy: { version: 'desc' } })
  return row && { ...(row.body as unknown as PolicyTerms), version: row.version }
}

/** Stores a version, and has the items repeat how critical it makes them. */
async function putInForce(transaction: Transaction, assessmentId: string, policy: Policy, now: Date): Promise<void> {
  const { version } = policy
  await transaction.policy.create({ data: { assessmentId, version, body: { ...policy }, createdAt: now } })
  const items = await transaction.item.findMany({ where: { assessmentId }, select: { id: true, code: true, criticality: true } })
  for (const { id, code, criticality } of items) {
    const made = criticalityOf(code, policy)
    if (made !== criticality) await transaction.item.update({ where: { id }, data: { criticality: made } })
  }
}

/** Only items of the go/no-go list can be gates or critical. */
async function fieldsWithUnknownItems(
  transaction: Transaction, assessmentId: string, input: ProposePolicy,
): Promise<Record<string, string> | null> {
  const items = await transaction.item.findMany({ where: { assessmentId, kind: 'checklist' }, select: { code: true } })
  const known = new Set(items.map(item => item.code))
  const fields = (['gates', 'critical'] as const).filter(list => input[list].some(code => !known.has(code)))
  return fields.length === 0 ? null : Object.fromEntries(fields.map(field => [field, 'unknown_item']))
}

function termsOf({ gates, critical, closeWithinDays, horizonDays, decisionDays, extensions }: PolicyTerms) {
  return { gates: [...gates], critical: [...critical], closeWithinDays, horizonDays, decisionDays, extensions }
}
