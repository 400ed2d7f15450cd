import path from 'node:path'
import type { Readable } from 'node:stream'
import { environment, type Environment } from './env'
import { localStorage } from './storage-local'
import { s3Storage } from './storage-s3'

/** Stored bytes, named by their SHA-256 in lower-case hex. What the store refuses or fails at is a `StorageError`. */
export interface Storage {
  /**
   * Stores what the stream gives, up to `limitBytes`. It lies under a temporary name while it is counted and
   * hashed, and moves to its hash when it is whole; bytes that are stored already are stored anew, so that they
   * count as fresh. The move is made within `holding`, by which a caller keeps others away from the same bytes
   * meanwhile; what `holding` throws by itself passes as it is. Fails with a `StorageError` else, keeps nothing then,
   * and destroys the stream. Whoever wants to stop it destroys the stream.
   */
  put: (stream: Readable, limitBytes: number, holding?: Holding) => Promise<StoredObject>
  /** The bytes, or null where there are none of that hash. The caller reads to the end or destroys the stream. */
  read: (sha256: string) => Promise<Readable | null>
  /** When the bytes were last stored; null where there are none of that hash. */
  storedAt: (sha256: string) => Promise<Date | null>
  /** Removes the bytes; there being none is no error. */
  remove: (sha256: string) => Promise<void>
  /** Everything that is stored, in no order. */
  list: () => AsyncIterable<{ sha256: string; storedAt: Date }>
  /** Removes what interrupted uploads left before `moment`; returns how many there were. */
  removeTemporary: (moment: Date) => Promise<number>
  /** Keeps a short text under a name such as `checkpoints/x.json`, in the place of what is there. */
  writeRecord: (name: string, text: string) => Promise<void>
  /** The texts whose names begin with `prefix`, such as `checkpoints/`, by name. */
  readRecords: (prefix: string) => Promise<{ name: string; text: string }[]>
  /** Throws, within 5 s, where the store cannot take files. */
  ready: () => Promise<void>
}

/** Runs `move` while nobody else touches the bytes of that hash. */
export type Holding = (sha256: string, move: () => Promise<void>) => Promise<void>

export interface StoredObject {
  sha256: string
  /** Bytes. */
  size: number
}

const shared = globalThis as typeof globalThis & { dictamenStorage?: Storage }

/** The store of this process: S3 where an endpoint is set, else a folder. */
export function storage(): Storage {
  shared.dictamenStorage ??= storageFor(environment())
  return shared.dictamenStorage
}

function storageFor(env: Environment): Storage {
  if (!env.S3_ENDPOINT) return localStorage(path.resolve(env.STORAGE_DIR ?? path.join(env.DATA_DIR, 'files')))
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!bucket || !accessKeyId || !secretAccessKey) throw new Error('S3_ENDPOINT is set without bucket and keys')
  return s3Storage({ endpoint: env.S3_ENDPOINT, region: env.S3_REGION, bucket, accessKeyId, secretAccessKey })
}
