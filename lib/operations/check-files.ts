import PQueue from 'p-queue'
import { unreadableCheck, type CheckedFile } from '@/lib/checks/run'
import { runApart, type Apart, type Limits } from '@/lib/platform/apart'
import type { CheckAnswer, CheckTask } from './check-worker'

const ordinary: Limits = { milliseconds: 30_000, heapMegabytes: 256 }

const turns = new PQueue({ concurrency: 1 })

/** Checks files together, in a process that may take so much memory and time and no more; one set at a time. */
export function checkFiles(task: CheckTask): Promise<Apart<CheckAnswer>> {
  return turns.add(() => runApart<CheckAnswer>('check-worker.mjs', task, ordinary))
}

/** What a file comes to that took more than it may. */
export function stoppedFile(name: string, stopped: 'time' | 'memory'): CheckedFile {
  const finding = {
    check: unreadableCheck, key: stopped === 'time' ? 'too-slow' : 'too-much-memory', severity: 'error',
    place: { line: 1, column: 1 }, values: {}, items: [],
  } as const
  return { file: name, format: null, outcome: 'error', findings: [finding], checks: [] }
}
