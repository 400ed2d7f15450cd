import { movedByTime } from '@/lib/domain/moved-by-time'
import { recordReading, recordTimeMoved } from '@/lib/operations/verdict-points'
import { log } from '@/lib/platform/log'
import { listAllAssessments, type Assessment } from '@/lib/queries/assessments'
import { getVerdict } from '@/lib/queries/verdict'

/**
 * Judges every assessment: what time alone changed becomes an event, and how it stands the last reading of its day.
 * May run at any time, also beside itself; what fails is logged and tried again at the next run.
 */
export async function recordVerdicts(now: Date): Promise<void> {
  const assessments = await listAllAssessments().catch((error: unknown) => {
    log.error({ error }, 'assessments were not read')
    return []
  })
  for (const assessment of assessments) {
    await recordVerdict(assessment, now).catch((error: unknown) => log.error({ error, assessment: assessment.slug }, 'verdict was not recorded'))
  }
}

async function recordVerdict(assessment: Assessment, now: Date): Promise<void> {
  // A clock that was set back is waited for: it would rewrite days that are over.
  if (now < assessment.revisedAt) return
  const { verdict: before } = await getVerdict(assessment, assessment.revisedAt)
  const judged = await getVerdict(assessment, now)
  const { facts, policy } = judged.snapshot
  // These facts have held since their revision was made: a difference between then and now is of time alone. Where no
  // boundary lies between, both are one verdict.
  const moved = judged.verdict === before ? null : movedByTime(facts, policy, assessment.revisedAt, now)
  if (moved === null) return recordReading(assessment, judged, now)
  const recorded = await recordTimeMoved(assessment, moved, now)
  if (recorded.ok && recorded.value) await recordReading({ ...assessment, revision: assessment.revision + 1 }, judged, now)
}
