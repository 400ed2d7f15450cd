import PQueue from 'p-queue'
import type { CheckedFile } from '@/lib/checks/run'
import { runInThread, type ThreadLimits } from '@/lib/platform/thread'
import type { CheckAnswer, CheckTask } from './check-worker'

const ordinary: ThreadLimits = { milliseconds: 30_000, heapMegabytes: 256 }

const turns = new PQueue({ concurrency: 1 })

/**
 * Checks files together, in a thread that may take so much memory and time and no more; one set at a time. Files that
 * take more are each an `error`.
 */
export function checkFiles(task: CheckTask, limits = ordinary): Promise<readonly CheckedFile[]> {
  return turns.add(() => checkNow(task, limits))
}

async function checkNow(task: CheckTask, limits: ThreadLimits): Promise<readonly CheckedFile[]> {
  const checked = await runInThread<CheckAnswer>('check-worker.mjs', task, limits)
  if ('answer' in checked) return checked.answer
  const finding = {
    check: 'file/unreadable', key: checked.stopped === 'time' ? 'too-slow' : 'too-much-memory', severity: 'error',
    place: { line: 1, column: 1 }, values: {}, items: [],
  } as const
  return task.files.map(({ name }) => ({ file: name, format: null, outcome: 'error', findings: [finding], checks: [] }))
}
