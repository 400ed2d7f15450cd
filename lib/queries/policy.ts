import { db } from '@/lib/db/client'
import type { Policy, PolicyTerms } from '@/lib/domain/policy'
import type { Assessment } from './assessments'

/** A change of the policy that was asked for, and what became of it. */
export interface PolicyProposal {
  id: string
  baseVersion: number
  terms: PolicyTerms
  reason: string
  proposerId: string
  proposedAt: Date
  deciderId: string | null
  decidedAt: Date | null
  /** Null while it waits. */
  approved: boolean | null
  decisionReason: string | null
  /** The version that it became. */
  approvedVersion: number | null
}

/** Ids of those of the assessments in which a change of the policy waits for a decision. */
export async function listWithOpenProposal(assessments: readonly Assessment[]): Promise<ReadonlySet<string>> {
  const open = await db().policyProposal.findMany({
    where: { assessmentId: { in: assessments.map(({ id }) => id) }, decidedAt: null }, select: { assessmentId: true },
  })
  return new Set(open.map(({ assessmentId }) => assessmentId))
}

/** Every version of the policy and every proposal, newest first. */
export async function getPolicyHistory(
  assessment: Assessment,
): Promise<{ versions: (Policy & { createdAt: Date })[]; proposals: PolicyProposal[] }> {
  const where = { assessmentId: assessment.id }
  const [versions, proposals] = await Promise.all([
    db().policy.findMany({ where, orderBy: { version: 'desc' } }),
    db().policyProposal.findMany({ where, orderBy: { proposedAt: 'desc' } }),
  ])
  return {
    versions: versions.map(({ version, body, createdAt }) => ({ ...(body as unknown as PolicyTerms), version, createdAt })),
    proposals: proposals.map(({ body, ...rest }) => ({ ...rest, terms: body as unknown as PolicyTerms })),
  }
}
