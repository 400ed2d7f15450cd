import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { StoredObject } from './storage'
import { StorageError } from './storage-error'

/** A stream on its way into a store, counted and hashed as it passes. */
export interface Intake {
  /** The bytes. Throws `StorageError` where the stream breaks off, is empty or exceeds the limit. */
  chunks: AsyncGenerator<Uint8Array, void, undefined>
  /** What `chunks` threw, where a library in between reports another error in its place. */
  failure: () => StorageError | null
  /** Hash and size of what passed; called once, after the last chunk. */
  result: () => StoredObject
}

export function intake(stream: Readable, limitBytes: number): Intake {
  // The stream may break before anybody reads it; without a listener that would end the process.
  stream.on('error', () => undefined)
  const hash = createHash('sha256')
  let size = 0
  let failure: StorageError | null = null

  async function* pass() {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > limitBytes) throw new StorageError('too_large')
      hash.update(chunk)
      yield chunk
    }
    if (size === 0) throw new StorageError('empty_file')
  }

  async function* chunks() {
    try {
      yield* pass()
    } catch (error) {
      failure = error instanceof StorageError ? error : new StorageError('interrupted', { cause: error })
      throw failure
    }
  }

  return { chunks: chunks(), failure: () => failure, result: () => ({ sha256: hash.digest('hex'), size }) }
}
