import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

// What waits for somebody to decide on it or to end it: the id of one that still does, or of a new one.

/** An evidence that was handed in by that person, as it is reviewed or as it is withdrawn. */
export async function waitingEvidence(state: 'in_review' | 'accepted', submitterId: string, now: Date): Promise<string> {
  const waiting = await db().evidenceRevision.findFirst({ where: { state, submitterId } })
  if (waiting) return waiting.id
  const requirement = await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code: 'DR-01' } } })
  const reviewer = await db().user.findFirstOrThrow({ where: { id: { not: submitterId } } })
  const revision = {
    number: 1, state, submitterId, submitterTeams: [], submittedAt: now, effectiveOn: now, link: 'https://example.org/x', ...(state === 'accepted' && { reviewerId: reviewer.id, reviewedAt: now }),
  }
  const { revisions } = await db().evidence.create({ data: { requirementId: requirement.id, createdAt: now, revisions: { create: revision } }, include: { revisions: true } })
  return idOf(revisions[0])
}

export async function waitingClaim(requesterId: string, now: Date): Promise<string> {
  const waiting = { decidedAt: null, revoked: false, requesterId }
  const item = await itemOf('DR-01')
  return idOf(await db().notApplicableClaim.findFirst({ where: waiting })
    ?? await db().notApplicableClaim.create({ data: { ...waiting, itemId: item.id, reason: 'x', until: new Date('2027-01-01'), createdAt: now } }))
}

export async function waitingException(requesterId: string, now: Date): Promise<string> {
  const waiting = { decidedAt: null, revoked: false, requesterId }
  const item = await itemOf('OBS-02')
  return idOf(await db().findingException.findFirst({ where: waiting })
    ?? await db().findingException.create({ data: { ...waiting, itemId: item.id, check: 'fly/tls', reason: 'x', until: new Date('2027-01-01'), createdAt: now } }))
}

/** Of a policy that differs from the one in force in nothing but its name. */
export async function waitingProposal(proposerId: string, now: Date): Promise<string> {
  const waiting = await db().policyProposal.findFirst({ where: { decidedAt: null, proposerId } })
  if (waiting) return waiting.id
  await db().policyProposal.deleteMany({ where: { decidedAt: null } })
  const { assessmentId, version, body } = await db().policy.findFirstOrThrow({ orderBy: { version: 'desc' } })
  const proposal = { assessmentId, baseVersion: version, body: body as Prisma.InputJsonValue, reason: 'x', proposerId, proposedAt: now }
  return idOf(await db().policyProposal.create({ data: proposal }))
}

export async function standingComment(authorId: string, now: Date): Promise<string> {
  const item = await itemOf('OBS-02')
  return idOf(await db().comment.findFirst({ where: { authorId, removedAt: null } })
    ?? await db().comment.create({ data: { itemId: item.id, authorId, body: 'x', createdAt: now } }))
}

export async function savedView(userId: string, now: Date): Promise<string> {
  const { assessmentId } = await itemOf('OBS-02')
  return idOf(await db().savedView.findFirst({ where: { userId } })
    ?? await db().savedView.create({ data: { userId, assessmentId, name: 'x', query: '?q=x', createdAt: now } }))
}

export async function standingDelegation(absentId: string, delegateId: string, now: Date): Promise<string> {
  return idOf(await db().delegation.findFirst({ where: { endedAt: null } })
    ?? await db().delegation.create({ data: { absentId, delegateId, startsAt: now, endsAt: new Date(now.getTime() + 86_400_000), createdAt: now } }))
}

export async function standingToken(userId: string, now: Date): Promise<string> {
  return idOf(await db().token.findFirst({ where: { userId, revokedAt: null } })
    ?? await db().token.create({ data: { userId, name: 'x', tokenHash: crypto.randomUUID(), scopes: ['read'], createdAt: now, expiresAt: new Date('2027-01-01') } }))
}

/** A picture that has arrived, which no check reads. */
export async function arrivedUpload(userId: string, now: Date): Promise<string> {
  const { assessmentId } = await itemOf('OBS-02')
  return idOf(await db().upload.findFirst({ where: { userId } })
    ?? await db().upload.create({ data: { assessmentId, userId, name: 'x.png', mediaType: 'image/png', size: 1, sha256: '0'.repeat(64), createdAt: now } }))
}

function itemOf(code: string) {
  return db().item.findFirstOrThrow({ where: { code } })
}

function idOf(row: { id: string } | undefined): string {
  if (!row) throw new Error('nothing was made')
  return row.id
}
