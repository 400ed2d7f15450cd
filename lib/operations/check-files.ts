import PQueue from 'p-queue'
import { unreadableCheck } from '@/lib/checks/finding'
import type { CheckedFile } from '@/lib/checks/run'
import { runApart, type Apart, type Limits } from '@/lib/platform/apart'
import type { CatalogueTask, CheckAnswer, CheckTask } from './check-worker'

const ordinary: Limits = { milliseconds: 30_000, heapMegabytes: 256 }

const turns = new PQueue({ concurrency: 1 })

/** Checks files together, in a process that may take so much memory and time and no more; one set at a time. */
export function checkFiles(task: CheckTask): Promise<Apart<CheckAnswer>> {
  return turns.add(() => runApart<CheckAnswer>('check-worker.mjs', task, ordinary))
}

/**
 * The name of what this release checks, as `catalogueFingerprint` gives it. It is asked of the process that checks, once:
 * Next's part of the server would load every check, and what reads its files, for nothing but this name.
 */
export function catalogueOf(release: string): Promise<string> {
  return (known ??= askCatalogue(release).catch((error: unknown) => {
    known = null
    throw error
  }))
}

let known: Promise<string> | null = null

async function askCatalogue(release: string): Promise<string> {
  const asked = await runApart<string>('check-worker.mjs', { release } satisfies CatalogueTask, ordinary)
  if ('stopped' in asked) throw new Error(`the catalogue of checks was not told: ${asked.stopped}`)
  return asked.answer
}

/** What a file comes to that took more than it may. */
export function stoppedFile(name: string, stopped: 'time' | 'memory'): CheckedFile {
  const finding = {
    check: unreadableCheck, key: stopped === 'time' ? 'too-slow' : 'too-much-memory', severity: 'error',
    place: { line: 1, column: 1 }, values: {}, items: [],
  } as const
  return { file: name, format: null, outcome: 'error', findings: [finding], checks: [] }
}
