import { parentPort, workerData } from 'node:worker_threads'
import { givenAway, runChecks, type CheckedFile, type GivenFile } from '@/lib/checks/run'
import type { Baseline } from '@/lib/domain/baseline'

// Checks files in a thread of its own, which `checkFiles` gives little memory and little time.

/** What the thread is given. */
export interface CheckTask {
  /** By names of which no two are the same. */
  files: GivenFile[]
  baseline: Baseline
  today: string
}

export type CheckAnswer = readonly CheckedFile[]

const { files, baseline, today } = workerData as CheckTask
parentPort?.postMessage(runChecks(givenAway(files), baseline, today) satisfies CheckAnswer)
