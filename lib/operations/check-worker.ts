import { catalogueFingerprint } from '@/lib/checks/fingerprint'
import { givenAway, runChecks, type CheckedFile, type GivenFile } from '@/lib/checks/run'
import type { Baseline } from '@/lib/domain/baseline'
import { answerFrom } from '@/lib/platform/apart-answer'

// Checks files in a process of its own, which `checkFiles` gives little memory and little time.

/** What the process is given. */
export interface CheckTask {
  /** By names of which no two are the same. */
  files: GivenFile[]
  baseline: Baseline
  today: string
}

/** Asks for the name of what this release checks. */
export interface CatalogueTask {
  release: string
}

export type CheckAnswer = readonly CheckedFile[]

answerFrom((task: CheckTask | CatalogueTask): CheckAnswer | string =>
  ('release' in task ? catalogueFingerprint(task.release) : runChecks(givenAway(task.files), task.baseline, task.today)))
