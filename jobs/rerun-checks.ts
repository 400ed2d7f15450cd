import { recheckFiles } from '@/lib/operations/recheck-files'
import { log } from '@/lib/platform/log'
import type { Storage } from '@/lib/platform/storage'
import { listAllAssessments, type Assessment } from '@/lib/queries/assessments'

/**
 * Checks the files of every assessment again where they were last held against another day, baseline or catalogue of
 * checks; one assessment after the other, until `signal` says that the server leaves. May run at any time, also beside
 * itself; what fails is logged and tried again at the next run.
 */
export async function rerunChecks(now: Date, { store, signal }: { store?: Storage; signal?: AbortSignal } = {}): Promise<void> {
  const assessments = await listAllAssessments().catch((error: unknown) => {
    log.error({ error }, 'assessments were not read')
    return []
  })
  for (const assessment of assessments) {
    if (signal?.aborted) return
    await rerun(assessment, now, store).catch((error: unknown) => {
      // Whoever leaves closes the database under it.
      if (!signal?.aborted) log.error({ error, assessment: assessment.slug }, 'files were not checked again')
    })
  }
}

async function rerun(assessment: Assessment, now: Date, store: Storage | undefined): Promise<void> {
  const { unread, stopped } = await recheckFiles(assessment, now, store)
  const { slug } = assessment
  if (unread.length > 0) log.error({ assessment: slug, files: unread }, 'files that the store does not give were not checked again')
  if (stopped.length > 0) log.error({ assessment: slug, files: stopped }, 'files take too much time or memory to be checked again')
}
