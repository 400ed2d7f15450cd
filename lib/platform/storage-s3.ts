import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand, CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, HeadBucketCommand,
  HeadObjectCommand, ListMultipartUploadsCommand, paginateListObjectsV2, PutObjectCommand, S3Client, S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { Storage } from './storage'
import { asStorageError, StorageError, storageErrors } from './storage-error'
import { intake } from './storage-intake'
import { hashOfKey, objectKey, objectPrefix, recordKey, recordPrefix, temporaryKey, temporaryPrefix } from './storage-keys'

export interface S3Options {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

// Two attempts of 2 s each: a store that does not answer, or falls silent while it takes bytes, is known to within
// 5 s. Bytes may take longer as long as some arrive, and so may a reader who takes them slowly.
const attempts = 2
const silentMilliseconds = 2_000
const brief = { requestTimeout: silentMilliseconds }
const longMilliseconds = 60_000
// A copy within the store says nothing until it is done; it must be done before the caller's lock ends.
const copyMilliseconds = 25_000

/** Files in a bucket of an S3-compatible store. */
export function s3Storage(options: S3Options): Storage {
  const Bucket = options.bucket
  const client = clientOf(options, longMilliseconds)
  const sender = clientOf(options, silentMilliseconds)

  const ready = async () => void (await client.send(new HeadBucketCommand({ Bucket }), brief))

  const describe = (Key: string) => orNull(client.send(new HeadObjectCommand({ Bucket, Key }), brief))

  const removeKey = async (Key: string) => void (await client.send(new DeleteObjectCommand({ Bucket, Key }), brief))

  const put: Storage['put'] = async (stream, limitBytes, holding = (_, move) => move()) => {
    const temporary = temporaryKey()
    const stored = await arrive(stream, limitBytes, temporary)
    // S3 cannot rename, and not every store shows an object whole while it is copied over.
    const copy = new CopyObjectCommand({ Bucket, Key: objectKey(stored.sha256), CopySource: `${Bucket}/${temporary}` })
    const move = async () => void (await storageErrors(client.send(copy, { abortSignal: AbortSignal.timeout(copyMilliseconds) })))
    try {
      await holding(stored.sha256, move)
    } catch (error) {
      const tidied = tidy(temporary, undefined)
      // A store that has just failed is not waited for.
      if (!(error instanceof StorageError)) await tidied
      throw error
    }
    await tidy(temporary, undefined)
    return stored
  }

  const arrive = async (stream: Readable, limitBytes: number, temporary: string) => {
    const taken = intake(stream, limitBytes)
    let upload: Upload | undefined
    try {
      // Asked before a byte is read: who uploads 100 MB is told at once that there is nowhere to put them.
      await ready()
      const params = { Bucket, Key: temporary, Body: Readable.from(taken.chunks, { objectMode: false }) }
      upload = new Upload({ client: sender, queueSize: 2, leavePartsOnError: true, params })
      await upload.done()
      const stored = taken.result()
      if ((await describe(temporary))?.ContentLength !== stored.size)
        throw new StorageError('storage_unavailable', { cause: new Error('the store kept another number of bytes') })
      return stored
    } catch (error) {
      const refused = taken.failure()
      const tidied = upload && tidy(temporary, upload.uploadId)
      if (refused) await tidied
      throw refused ?? asStorageError(error)
    } finally {
      stream.destroy()
    }
  }

  /** What cannot be removed now goes with the next sweep. */
  const tidy = async (Key: string, UploadId: string | undefined) => {
    if (UploadId) await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }), brief).catch(() => undefined)
    await removeKey(Key).catch(() => undefined)
  }

  const read = async (sha256: string) => {
    const found = await orNull(client.send(new GetObjectCommand({ Bucket, Key: objectKey(sha256) }), brief))
    if (!found) return null
    if (!(found.Body instanceof Readable)) throw new TypeError('the store answered without a stream')
    return found.Body
  }

  async function* listKeys(Prefix: string) {
    for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
      for (const { Key: key, LastModified: at } of page.Contents ?? []) if (key && at) yield { key, at }
    }
  }

  async function* list() {
    for await (const { key, at } of listKeys(objectPrefix)) {
      const sha256 = hashOfKey(key)
      if (sha256) yield { sha256, storedAt: at }
    }
  }

  const removeTemporary = async (moment: Date) => {
    let removed = 0
    for await (const { key, at } of listKeys(temporaryPrefix)) {
      if (at >= moment) continue
      await removeKey(key)
      removed += 1
    }
    for (const { Key, UploadId, Initiated } of await unfinished()) {
      if (!Initiated || Initiated >= moment) continue
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
      removed += 1
    }
    return removed
  }

  const unfinished = async () => {
    try {
      const listed = await client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: temporaryPrefix }))
      return listed.Uploads ?? []
    } catch (error) {
      // Some compatible stores cannot list them.
      if (error instanceof S3ServiceException && error.name === 'NotImplemented') return []
      throw error
    }
  }

  const writeRecord = async (name: string, text: string) =>
    void (await client.send(new PutObjectCommand({ Bucket, Key: recordKey(name), Body: text, ContentType: 'application/json' }), brief))

  const readRecords = async (prefix: string) => {
    const records: { name: string; text: string }[] = []
    for await (const { key } of listKeys(recordPrefix + prefix)) {
      const found = await client.send(new GetObjectCommand({ Bucket, Key: key }), brief)
      records.push({ name: key.slice(recordPrefix.length), text: await found.Body?.transformToString() ?? '' })
    }
    return records.sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  return {
    put,
    read,
    storedAt: async sha256 => (await describe(objectKey(sha256)))?.LastModified ?? null,
    remove: sha256 => removeKey(objectKey(sha256)),
    list,
    removeTemporary,
    writeRecord,
    readRecords,
    ready,
  }
}

/** `silent`: after how many milliseconds without a byte in either direction a request is given up. */
function clientOf({ endpoint, region, accessKeyId, secretAccessKey }: S3Options, silent: number): S3Client {
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    // With checksums the SDK sends streams in chunks of its own framing, which other stores keep as content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: 1_500,
      requestTimeout: longMilliseconds,
      throwOnRequestTimeout: true,
      socketTimeout: silent,
    },
  })
}

async function orNull<T>(attempt: Promise<T>): Promise<T | null> {
  try {
    return await attempt
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
    throw error
  }
}
