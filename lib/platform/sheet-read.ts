import path from 'node:path'
import type { Sheet } from '@/lib/domain/item-sheet'
import { failure, success, type Result } from '@/lib/domain/result'
import type { SheetAnswer } from './sheet-worker'

// An import would let the pages' bundler take the thread's file in, and change what it is given.
const { Worker } = process.getBuiltinModule('node:worker_threads')

/** What a thread may take to read one spreadsheet. */
interface Limits {
  milliseconds: number
  heapMegabytes: number
}

const ordinary: Limits = { milliseconds: 15_000, heapMegabytes: 192 }

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a spreadsheet, XLSX or CSV, in a thread that may take so much memory and time and no more; one at a time.
 * What cannot be read, is too large or takes too long is a failure.
 */
export function readSheets(bytes: Uint8Array, limits = ordinary): Promise<Result<Sheet[]>> {
  const reading = last.then(() => readInThread(bytes, limits))
  last = reading.catch(() => undefined)
  return reading
}

function readInThread(bytes: Uint8Array, { milliseconds, heapMegabytes }: Limits): Promise<Result<Sheet[]>> {
  if (bytes.byteLength < 4) return Promise.resolve(failure('sheet_unreadable'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.resolve('build/sheet-worker.mjs'), {
      workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes }, stdout: true, stderr: true,
    })
    const settle = (settled: () => void) => {
      clearTimeout(timer)
      settled()
      void worker.terminate()
    }
    const timer = setTimeout(() => settle(() => resolve(failure('sheet_too_large'))), milliseconds)
    worker.once('message', (answer: SheetAnswer) => settle(() => {
      resolve('sheets' in answer ? success(answer.sheets) : failure(answer.problem))
    }))
    worker.once('error', (error: NodeJS.ErrnoException) => settle(() => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(failure('sheet_too_large'))
      else reject(error)
    }))
  })
}
