import { db } from '@/lib/db/client'
import type { CheckRun } from '@/lib/domain/check-run'
import { fromUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { ReviewState } from '@/lib/domain/evidence'
import type { Assessment } from './assessments'

/** A revision as its item's page shows it. People are ids; `getPeople` names them. */
export interface ShownRevision {
  id: string
  number: number
  state: ReviewState
  submitterId: string
  submittedAt: Date
  effectiveOn: LocalDate
  service: string | null
  environment: string | null
  note: string | null
  link: string | null
  reviewerId: string | null
  reviewedAt: Date | null
  reviewReason: string | null
  files: ShownFile[]
}

export interface ShownFile {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: string
  /** Null where it is of no kind that can be checked. */
  checkRun: CheckRun | null
}

export interface ShownEvidence {
  id: string
  requirementId: string
  /** Newest first. */
  revisions: ShownRevision[]
}

/** The evidence of some requirements of an assessment with all its revisions, oldest evidence first. */
export async function listEvidence(assessment: Assessment, requirementIds: readonly string[]): Promise<ShownEvidence[]> {
  const rows = await db().evidence.findMany({
    where: { requirement: { assessmentId: assessment.id }, requirementId: { in: [...requirementIds] } },
    orderBy: { createdAt: 'asc' },
    include: {
      revisions: {
        orderBy: { number: 'desc' },
        include: { files: { orderBy: { position: 'asc' }, select: { id: true, name: true, mediaType: true, size: true, sha256: true, checkRun: true } } },
      },
    },
  })
  return rows.map(evidence => ({
    ...evidence,
    revisions: evidence.revisions.map(revision => ({
      ...revision, effectiveOn: fromUtcDate(revision.effectiveOn),
      files: revision.files.map(file => ({ ...file, checkRun: file.checkRun as unknown as CheckRun | null })),
    })),
  }))
}
