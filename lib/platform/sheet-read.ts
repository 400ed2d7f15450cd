import PQueue from 'p-queue'
import type { Sheet } from '@/lib/domain/item-sheet'
import { failure, success, type Result } from '@/lib/domain/result'
import { runApart, type Limits } from './apart'
import type { SheetAnswer } from './sheet-worker'

const ordinary: Limits = { milliseconds: 15_000, heapMegabytes: 192 }

const turns = new PQueue({ concurrency: 1 })

/**
 * Reads a spreadsheet, XLSX or CSV, in a process that may take so much memory and time and no more; one at a time.
 * What cannot be read, is too large or takes too long is a failure.
 */
export function readSheets(bytes: Uint8Array, limits = ordinary): Promise<Result<Sheet[]>> {
  return turns.add(() => readOne(bytes, limits))
}

async function readOne(bytes: Uint8Array, limits: Limits): Promise<Result<Sheet[]>> {
  if (bytes.byteLength < 4) return failure('sheet_unreadable')
  const read = await runApart<SheetAnswer>('sheet-worker.mjs', bytes, limits)
  if ('stopped' in read) return failure('sheet_too_large')
  return 'sheets' in read.answer ? success(read.answer.sheets) : failure(read.answer.problem)
}
