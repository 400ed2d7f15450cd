import PQueue from 'p-queue'
import type { CheckedFile, GivenFile } from '@/lib/checks/run'
import { runInThread, type ThreadLimits } from '@/lib/platform/thread'
import type { CheckAnswer, CheckTask } from './check-worker'

const ordinary: ThreadLimits = { milliseconds: 30_000, heapMegabytes: 256 }

const turns = new PQueue({ concurrency: 1 })

/**
 * Checks files together, in a thread that may take so much memory and time and no more; one set at a time. Files that
 * take more are each an `error`. Their bytes are the thread's from then on, and gone for who asks.
 */
export function checkFiles(task: CheckTask, limits = ordinary): Promise<readonly CheckedFile[]> {
  return turns.add(() => checkNow(task, limits))
}

async function checkNow(task: CheckTask, limits: ThreadLimits): Promise<readonly CheckedFile[]> {
  const checked = await runInThread<CheckAnswer>('check-worker.mjs', task, limits, task.files.flatMap(ownMemory))
  if ('answer' in checked) return checked.answer
  const finding = {
    check: 'file/unreadable', key: checked.stopped === 'time' ? 'too-slow' : 'too-much-memory', severity: 'error',
    place: { line: 1, column: 1 }, values: {}, items: [],
  } as const
  return task.files.map(({ name }) => ({ file: name, format: null, outcome: 'error', findings: [finding], checks: [] }))
}

/** The memory of a file's bytes, where it holds nothing else. */
function ownMemory({ bytes: { buffer, byteLength } }: GivenFile): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && byteLength > 0 && buffer.byteLength === byteLength ? [buffer] : []
}
