import PQueue from 'p-queue'
import type { CheckedFile } from '@/lib/checks/run'
import type { Storage } from '@/lib/platform/storage'
import { checkFiles } from './check-files'
import { bytesOf } from './stored-bytes'
import type { Yardstick } from './yardstick'

/** A stored file that is checked with others; see `GivenFile` for its turn. */
interface TakenFile {
  name: string
  sha256: string
  size: number
  turn: number
}

/** What files came to that were checked together, by the hash of their bytes. */
export interface Together {
  files: ReadonlyMap<string, CheckedFile>
  /** Hashes of those that the store does not give. */
  unread: ReadonlySet<string>
  /** What they took too much of together, so that none came to anything; null where they did not. */
  stopped: 'time' | 'memory' | null
}

/** Bytes that are checked together at most; a file that is larger never is. */
export const mostBytes = 64 * 1024 * 1024

// What is read is held in memory until it is checked. One place is left to people while stored files are checked anew.
const turns = new PQueue({ concurrency: 2 })

/**
 * Checks stored files together, in the order given as many as 64 MB hold. Of several with the same bytes the first is
 * taken for all. Two sets at a time.
 */
export function checkTogether(files: readonly TakenFile[], yardstick: Yardstick, store: Storage): Promise<Together> {
  return turns.add(() => readAndCheck(files, yardstick, store))
}

async function readAndCheck(files: readonly TakenFile[], { baseline, today }: Yardstick, store: Storage): Promise<Together> {
  const read = new Map<string, { name: string; bytes: Uint8Array; turn: number }>()
  const unread = new Set<string>()
  const names = new Map<string, string>()
  let left = mostBytes
  for (const { name, sha256, size, turn } of files) {
    if (size > left || read.has(sha256) || unread.has(sha256)) continue
    const bytes = await bytesOf(sha256, store)
    names.set(sha256, name)
    if (bytes) read.set(sha256, { name: sha256, bytes, turn })
    else unread.add(sha256)
    left -= bytes?.length ?? 0
  }
  if (read.size === 0) return { files: new Map(), unread, stopped: null }
  const checked = await checkFiles({ files: [...read.values()], baseline, today })
  if ('stopped' in checked) return { files: new Map(), unread, stopped: checked.stopped }
  return { files: new Map(checked.answer.map(file => [file.file, withNames(file, names)])), unread, stopped: null }
}

/** Findings that name other files by the names that people gave them, which several of those checked together may share. */
function withNames(file: CheckedFile, names: ReadonlyMap<string, string>): CheckedFile {
  const named = (value: string | number) => names.get(String(value)) ?? value
  const findings = file.findings.map(finding => ({ ...finding, values: Object.fromEntries(Object.entries(finding.values).map(([key, value]) => [key, named(value)])) }))
  return { ...file, findings }
}
