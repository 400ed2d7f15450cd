import { buffer } from 'node:stream/consumers'
import type { Storage } from '@/lib/platform/storage'

/** The bytes of a stored file; null where the store does not give them now. */
export async function bytesOf(sha256: string, store: Storage): Promise<Uint8Array | null> {
  const stream = await store.read(sha256).catch(() => null)
  return stream && buffer(stream).catch(() => null)
}
