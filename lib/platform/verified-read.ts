import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { failure, success, type Result } from '@/lib/domain/result'
import { log } from './log'
import type { Storage, StoredObject } from './storage'

/**
 * Reads stored bytes once from end to end and compares them with their hash, since a download that has begun
 * cannot be taken back. The value opens them for reading. Failures: `file_missing`, `file_corrupt`,
 * `storage_unavailable`.
 */
export async function verifiedRead(
  files: Storage, { sha256, size }: StoredObject,
): Promise<Result<() => Promise<Readable>>> {
  let found: StoredObject | null
  try {
    found = await measure(files, sha256)
  } catch (error) {
    log.error({ error, sha256 }, 'a stored file cannot be read')
    return failure('storage_unavailable')
  }
  if (!found) return failure('file_missing')
  if (found.sha256 !== sha256 || found.size !== size) return failure('file_corrupt')
  return success(async () => {
    const stream = await files.read(sha256)
    if (!stream) throw new Error(`stored file ${sha256} was removed while it was read`)
    return stream
  })
}

async function measure(files: Storage, name: string): Promise<StoredObject | null> {
  const stream = await files.read(name)
  if (!stream) return null
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    size += chunk.byteLength
  }
  return { sha256: hash.digest('hex'), size }
}
