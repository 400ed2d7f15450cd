import { Readable } from 'node:stream'
import PQueue from 'p-queue'
import { db, type Transaction } from '@/lib/db/client'
import { extensionOf, sanitizeFileName } from '@/lib/domain/file-name'
import { isText, judgeType } from '@/lib/domain/media-types'
import type { Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import { environment } from '@/lib/platform/env'
import { detectContent, sampleBytes } from '@/lib/platform/file-type'
import { log } from '@/lib/platform/log'
import { peek } from '@/lib/platform/peek'
import { storage, type Storage } from '@/lib/platform/storage'
import { StorageError, storageErrors } from '@/lib/platform/storage-error'
import { withoutSecrets } from './upload-secrets'

/** A file on its way in. Its stream is the caller's to destroy: to stop it, and when all is done. */
export interface IncomingFile {
  assessmentSlug: string
  /** As the sender calls it; kept in a form that is safe to show and to save. */
  name: string
  /** Bytes, as Content-Length says; null where nothing does, and the stream itself fails if it ends too early. */
  declaredLength: number | null
  stream: Readable
  /** Whether secrets in it are to be covered; without it, a text that holds any is refused. */
  redacts?: boolean
}

export interface ReceivedUpload {
  id: string
  name: string
  /** Bytes. */
  size: number
  mediaType: string
  sha256: string
}

interface Destination {
  files: Storage
  limitBytes: number
}

const configured = (): Destination => ({ files: storage(), limitBytes: environment().UPLOAD_MAX_BYTES })

/**
 * Takes a file in, which then waits to be submitted as evidence. Its bytes are stored before its row is
 * written, so there is never a row without its file. A file that is refused is refused by its length, where one was
 * said, or its first bytes, before the rest is read; a text also by the secrets in it, before any of it is stored.
 * Failures: `not_found`, `empty_file`, `too_large` (limit in MB), `wrong_type`, `type_not_accepted`, `holds_secrets`,
 * `text_too_large`, `interrupted`, `storage_full`, `storage_unavailable`; nothing is kept then.
 */
export async function receiveUpload(
  viewer: Viewer, file: IncomingFile, now: Date, { files, limitBytes }: Destination = configured(),
): Promise<Result<ReceivedUpload>> {
  const { assessmentSlug: slug, declaredLength, stream } = file
  if (declaredLength === 0) return failure('empty_file')
  const tooLarge = failure('too_large', { values: { limit: toMegabytes(limitBytes) } })
  if (declaredLength !== null && declaredLength > limitBytes) return tooLarge
  const assessment = await db().assessment.findUnique({ where: { slug }, select: { id: true } })
  if (!assessment) return failure('not_found')
  const name = sanitizeFileName(file.name)
  try {
    const { head, chunks } = await peek(exactly(stream, declaredLength), sampleBytes)
    if (head.byteLength === 0) return failure('empty_file')
    const isWhole = declaredLength === null ? head.byteLength < sampleBytes : head.byteLength === declaredLength
    const type = judgeType(extensionOf(name), await detectContent(head, isWhole))
    if (!type.ok) return type
    const searched = isText(type.value) ? await withoutSecrets(chunks, file.redacts ?? false) : success(chunks)
    if (!searched.ok) return searched
    const bytes = searched.value instanceof Uint8Array ? [searched.value] : searched.value
    const stored = await files.put(Readable.from(bytes, { objectMode: false }), limitBytes, holdingObject)
    const owned = { assessmentId: assessment.id, userId: viewer.userId, createdAt: now }
    return await keepUpload(files, { ...owned, ...stored, name, mediaType: type.value })
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    if (error.code.startsWith('storage_')) log.error({ error: error.cause }, 'the file store took no file')
    return error.code === 'too_large' ? tooLarge : failure(error.code)
  }
}

const dayMilliseconds = 86_400_000
const hourMilliseconds = 3_600_000

/** How much a sweep removed. */
export interface Swept {
  uploads: number
  objects: number
  temporaries: number
}

/**
 * Removes uploads that nobody submitted within a day, then stored objects of more than an hour that no upload
 * and no evidence refers to, and what interrupted uploads left behind. Throws where the store cannot be reached.
 */
export async function sweepUploads(now: Date, files: Storage = storage()): Promise<Swept> {
  const yesterday = new Date(now.getTime() - dayMilliseconds)
  const anHourAgo = new Date(now.getTime() - hourMilliseconds)
  const { count: uploads } = await db().upload.deleteMany({ where: { createdAt: { lt: yesterday } } })
  let objects = 0
  for await (const { sha256, storedAt } of files.list())
    if (storedAt < anHourAgo && (await removeUnreferenced(files, sha256, anHourAgo))) objects += 1
  return { uploads, objects, temporaries: await files.removeTemporary(yesterday) }
}

/** Passes a stream on. Throws `StorageError` where it breaks off, or is shorter or longer than was said, if anything was. */
async function* exactly(stream: Readable, bytes: number | null): AsyncGenerator<Uint8Array, void, undefined> {
  let passed = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      passed += chunk.byteLength
      yield chunk
    }
  } catch (cause) {
    throw new StorageError('interrupted', { cause })
  }
  if (bytes !== null && passed !== bytes) throw new StorageError('interrupted')
}

interface NewUpload extends Omit<ReceivedUpload, 'id'> {
  assessmentId: string
  userId: string
  createdAt: Date
}

function keepUpload(files: Storage, row: NewUpload): Promise<Result<ReceivedUpload>> {
  return holdingObject(row.sha256, async transaction => {
    const storedAt = await storageErrors(files.storedAt(row.sha256))
    // A sweep may just have removed the same bytes, if they lay there unreferenced.
    if (!storedAt) throw new StorageError('storage_unavailable', { cause: new Error('swept before its row') })
    const { id } = await transaction.upload.create({ data: row, select: { id: true } })
    const { name, size, mediaType, sha256 } = row
    return success({ id, name, size, mediaType, sha256 })
  })
}

async function removeUnreferenced(files: Storage, sha256: string, moment: Date): Promise<boolean> {
  if (await isReferenced(db(), sha256)) return false
  return holdingObject(sha256, async transaction => {
    if (await isReferenced(transaction, sha256)) return false
    // Stored anew since it was listed: somebody is about to write the row.
    const storedAt = await files.storedAt(sha256)
    if (!storedAt || storedAt >= moment) return false
    await files.remove(sha256)
    return true
  })
}

/** One statement, since an upload becomes evidence in one transaction: between two it could be seen as neither. */
async function isReferenced(reader: Pick<Transaction, '$queryRaw'>, sha256: string): Promise<boolean> {
  const [row] = await reader.$queryRaw<{ referenced: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Upload" WHERE sha256 = ${sha256})
        OR EXISTS (SELECT FROM "EvidenceFile" WHERE sha256 = ${sha256}) AS referenced`
  return row?.referenced ?? true
}

// Each holds a connection while it asks the store: a store that stalls must leave most of them to the pages.
const turns = new PQueue({ concurrency: 3 })

/** One at a time for each object: to store its bytes, to write their row, or to remove them. */
function holdingObject<T>(sha256: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return turns.add(() => db().$transaction(async transaction => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`
    return work(transaction)
  }, { timeout: 30_000, maxWait: 10_000 }))
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2 * 10) / 10
}
