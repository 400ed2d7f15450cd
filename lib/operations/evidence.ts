import { db, type Transaction } from '@/lib/db/client'
import { localDateAt, toUtcDate } from '@/lib/domain/dates'
import { canReview, canWithdraw, canWrite, type Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import { storage } from '@/lib/platform/storage'
import type { AcceptEvidence, RejectEvidence, SubmitEvidence, WithdrawEvidence } from '@/lib/schemas/evidence'
import { writerOf } from './chained-events'
import { checkWithAccepted, nothingChecked, storeChecks } from './evidence-checks'
import { writeAssessment } from './write'

/**
 * Hands in evidence for a requirement: a new evidence, or a new revision of one, which goes to review. A
 * revision that is still in review is superseded by it; an accepted one goes on proving until the new one is
 * accepted. The uploads become its files, and what their checks find is stored with them: findings that fail refute
 * at once. Nothing is checked for who may not hand it in. With `continues`, what names no evidence is a revision of
 * the newest one of the same requirement, service and environment, if there is one.
 */
export async function submitEvidence(
  viewer: Viewer, input: SubmitEvidence, now: Date, store = storage(), { continues = false } = {},
): Promise<Result<{ evidenceId: string; revisionId: string; number: number }>> {
  // Checks take long, one set after another: who is refused keeps nobody waiting. It is asked anew once the row is locked.
  const asked = await findWritable(db(), viewer, input)
  if (!asked.ok) return asked
  const uploaded = await db().upload.findMany({ where: { id: { in: input.uploads }, userId: viewer.userId } })
  const checked = await checkWithAccepted(input.assessment, input, uploaded, now, store)
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const found = await findWritable(transaction, viewer, input)
    if (!found.ok) return found
    const requirement = found.value
    if (input.effectiveOn > localDateAt(now, assessment.timeZone))
      return failure('invalid_input', { fields: { effectiveOn: 'in_future' } })
    const uploads = await transaction.upload.findMany({
      where: { id: { in: input.uploads }, userId: viewer.userId, assessmentId: assessment.id },
    })
    if (uploads.length !== input.uploads.length) return failure('upload_gone')
    const known = input.evidence ?? (continues ? await findNewest(transaction, requirement.id, input) : undefined)
    const previous = known === undefined ? [] : await transaction.evidenceRevision.findMany({
      where: { evidence: { id: known, requirementId: requirement.id } }, orderBy: { number: 'desc' },
    })
    if (known !== undefined && previous.length === 0) return failure('not_found')

    const evidenceId = known
      ?? (await transaction.evidence.create({ data: { requirementId: requirement.id, createdAt: now } })).id
    const number = (previous[0]?.number ?? 0) + 1
    await transaction.evidenceRevision.updateMany({
      where: { evidenceId, state: 'in_review' }, data: { state: 'superseded' },
    })
    const files = input.uploads.map((id, position) => {
      const upload = uploads.find(candidate => candidate.id === id)
      if (!upload) throw new Error('an upload that was just found is gone')
      const { name, mediaType, size, sha256 } = upload
      return { position, name, mediaType, size, sha256 }
    })
    const revision = await transaction.evidenceRevision.create({
      data: {
        evidenceId, number, submitterId: viewer.userId, submitterTeams: [...viewer.teams], submittedAt: now,
        effectiveOn: toUtcDate(input.effectiveOn), service: input.service, environment: input.environment,
        note: input.note, link: input.link, files: { create: files },
      },
    })
    const { count: taken } = await transaction.upload.deleteMany({ where: { id: { in: input.uploads } } })
    // A sweep may have been faster, and its objects with it.
    if (taken !== input.uploads.length) return failure('upload_gone')
    const { service, environment, effectiveOn, note, link } = input
    assessment.record({
      verb: 'evidence.submitted', subject: requirement.subject, before: null,
      after: {
        code: requirement.code, requirement: requirement.key, evidence: evidenceId, revision: revision.id, number,
        effectiveOn, service, environment, note, link,
        files: files.map(({ name, size, sha256, mediaType }) => ({ name, size, sha256, mediaType })),
      },
    })
    await storeChecks(transaction, assessment, revision.id, checked, now, { others: false })
    return success({ evidenceId, revisionId: revision.id, number })
  })
}

/**
 * Accepts a revision; an earlier accepted one of the same evidence is superseded. Its files now stand with the others
 * that were accepted, and all of them are checked together anew.
 */
export async function acceptEvidence(viewer: Viewer, input: AcceptEvidence, now: Date, store = storage()): Promise<Result<null>> {
  const asked = await findReviewable(db(), viewer, input, canReview)
  if (!asked.ok) return asked
  const checked = await checkWithAccepted(input.assessment, asked.value, asked.value.files, now, store)
  return review(viewer, input, now, canReview, 'accepted', checked)
}

/** Rejects a revision, with a reason that its submitter reads. */
export function rejectEvidence(viewer: Viewer, input: RejectEvidence, now: Date): Promise<Result<null>> {
  return review(viewer, input, now, canReview, 'rejected')
}

/** Takes an acceptance back: the reviewer was deceived. What else was accepted is checked without it. */
export async function withdrawEvidence(viewer: Viewer, input: WithdrawEvidence, now: Date, store = storage()): Promise<Result<null>> {
  const asked = await findReviewable(db(), viewer, input, canWithdraw)
  if (!asked.ok) return asked
  const checked = await checkWithAccepted(input.assessment, asked.value, [], now, store, asked.value.id)
  return review(viewer, input, now, canWithdraw, 'withdrawn', checked)
}

const reviewVerbs = {
  accepted: 'evidence.accepted', rejected: 'evidence.rejected', withdrawn: 'evidence.withdrawn',
} as const

interface Review {
  assessment: string
  revision: string
  reason: string | null
}

function review(
  viewer: Viewer, input: Review, now: Date,
  may: typeof canReview, state: keyof typeof reviewVerbs, checked = nothingChecked,
): Promise<Result<null>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const found = await findReviewable(transaction, viewer, input, may)
    if (!found.ok) return found
    const revision = found.value
    const { requirement } = revision

    if (state === 'accepted')
      await transaction.evidenceRevision.updateMany({
        where: { evidenceId: revision.evidenceId, state: 'accepted' }, data: { state: 'superseded' },
      })
    await transaction.evidenceRevision.update({
      where: { id: revision.id },
      data: {
        state, reviewerId: viewer.userId, reviewerTeams: [...viewer.teams], reviewedAt: now, reviewReason: input.reason,
      },
    })
    assessment.record({
      verb: reviewVerbs[state], subject: requirement.subject,
      before: { state: revision.state },
      after: {
        code: requirement.code, requirement: requirement.key, evidence: revision.evidenceId, revision: revision.id,
        number: revision.number, state, reason: input.reason,
      },
    })
    await storeChecks(transaction, assessment, revision.id, checked, now, { others: true })
    return success(null)
  })
}

/** A requirement with what it belongs to: an item, or a task, which has no named reviewer. */
interface FoundRequirement {
  id: string
  key: string
  code: string
  subject: { type: 'item' | 'task'; id: string }
  ownerTeams: string[]
  reviewerId: string | null
}

const withSubject = { item: { include: { owners: true } }, task: { include: { owners: true } } } as const

type Reader = Pick<Transaction, 'evidenceRequirement' | 'evidenceRevision'>

/** The requirement that evidence is handed in for, if the viewer may. */
async function findWritable(
  reader: Reader, viewer: Viewer, { assessment: slug, requirement: id }: Pick<SubmitEvidence, 'assessment' | 'requirement'>,
): Promise<Result<FoundRequirement>> {
  const row = await reader.evidenceRequirement.findFirst({ where: { id, assessment: { slug } }, include: withSubject })
  if (!row) return failure('not_found')
  const requirement = requirementOf(row)
  const allowance = canWrite(viewer, 'evidence.submit', requirement)
  return allowance.allowed ? success(requirement) : failure(allowance.reason)
}

/** Id of the evidence that speaks of a service and environment by its newest revision, the newest of several. */
async function findNewest(
  transaction: Transaction, requirementId: string, { service, environment }: Pick<SubmitEvidence, 'service' | 'environment'>,
): Promise<string | undefined> {
  const newest = await transaction.evidence.findMany({
    where: { requirementId }, include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
  })
  const speaking = newest.flatMap(({ revisions }) => revisions).filter(one => one.service === service && one.environment === environment)
  return speaking.sort((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime())[0]?.evidenceId
}

/** The revision that is reviewed, with its files and its requirement, if the viewer may. */
async function findReviewable(reader: Reader, viewer: Viewer, { assessment: slug, revision: id }: Review, may: typeof canReview) {
  const row = await reader.evidenceRevision.findFirst({
    where: { id, evidence: { requirement: { assessment: { slug } } } },
    include: { files: true, evidence: { include: { requirement: { include: withSubject } } } },
  })
  if (!row) return failure('not_found')
  const requirement = requirementOf(row.evidence.requirement)
  const allowance = may(viewer, row, requirement)
  return allowance.allowed ? success({ ...row, requirement }) : failure(allowance.reason)
}

type Owned = { id: string; code: string; owners: { teamKey: string }[] }

function requirementOf(row: {
  id: string, key: string, item: (Owned & { reviewerId: string | null }) | null, task: Owned | null
}): FoundRequirement {
  const owned = row.item ?? row.task
  if (!owned) throw new Error(`requirement ${row.id} belongs to neither item nor task`)
  return {
    id: row.id, key: row.key, code: owned.code,
    subject: { type: row.item ? 'item' : 'task', id: owned.id },
    ownerTeams: owned.owners.map(owner => owner.teamKey),
    reviewerId: row.item?.reviewerId ?? null,
  }
}
