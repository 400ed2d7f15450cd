import { db } from '@/lib/db/client'
import { localDateAt } from '@/lib/domain/dates'
import type { JudgedState } from '@/lib/domain/moved-by-time'
import { success, type Result } from '@/lib/domain/result'
import { readingOf } from '@/lib/domain/trend'
import type { Assessment } from '@/lib/queries/assessments'
import type { Judged } from '@/lib/queries/verdict'
import { writeAssessment } from './write'

/**
 * Keeps what an assessment is judged to be now as the last reading of its day. A reading of an older revision never
 * replaces one of a newer, whoever comes last. No revision moves: pages show no reading of a day that is not over.
 */
export async function recordReading(assessment: Assessment, { snapshot, verdict }: Judged, now: Date): Promise<void> {
  const reading = readingOf(snapshot.items, verdict, localDateAt(now, assessment.timeZone))
  const { date, ceiling, effective, rule, total, declared, proven } = reading
  await db().$executeRaw`
    INSERT INTO "VerdictPoint" AS kept
      ("assessmentId", date, at, revision, ceiling, effective, rule, applicable, "declaredDone", proven)
    VALUES (
      ${assessment.id}, ${date}::date, ${now}, ${assessment.revision}, ${ceiling}::"Outcome", ${effective}::"Outcome",
      ${rule}, ${total}, ${declared}, ${proven}
    )
    ON CONFLICT ("assessmentId", date) DO UPDATE SET
      at = EXCLUDED.at, revision = EXCLUDED.revision, ceiling = EXCLUDED.ceiling, effective = EXCLUDED.effective,
      rule = EXCLUDED.rule, applicable = EXCLUDED.applicable, "declaredDone" = EXCLUDED."declaredDone", proven = EXCLUDED.proven
    WHERE kept.revision < EXCLUDED.revision`
}

/**
 * Records what time alone changed since the assessment's revision was made, as the event that makes the next one; false
 * where another write made it first, since what moved is then to be judged anew.
 */
export function recordTimeMoved(
  assessment: Assessment, moved: { before: JudgedState; after: JudgedState }, now: Date,
): Promise<Result<boolean>> {
  return writeAssessment(assessment.slug, { actorId: null, now }, async (transaction, { id, record }) => {
    const { revision } = await transaction.assessment.findUniqueOrThrow({ where: { id }, select: { revision: true } })
    if (revision !== assessment.revision) return success(false)
    record({ verb: 'verdict.timeMoved', subject: { type: 'assessment', id }, ...moved })
    return success(true)
  })
}
