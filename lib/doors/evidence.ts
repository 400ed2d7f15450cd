import { createHash, type Hash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { z } from 'zod'
import { canonicalJson } from '@/lib/domain/audit-chain'
import { sanitizeFileName } from '@/lib/domain/file-name'
import { failure, success, type Result } from '@/lib/domain/result'
import { claimKey, keepAnswer, releaseKey } from '@/lib/platform/kept-answers'
import { readForm, type ArrivingFile, type ReadForm } from '@/lib/platform/multipart'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { Endpoint } from '@/lib/schemas/api'
import { apiDoor, type ApiHandler, type Call, type Reply } from './api'
import { bodyOf } from './body'
import { fieldCodes } from './field-codes'

/** A file that has arrived. */
interface Arrived {
  id: string
  name: string
}

interface EvidenceDoor<Input extends z.ZodObject> {
  mostFiles: number
  /** Takes one file in, whose stream is of unknown length. */
  receive: (viewer: SignedInViewer, assessment: string, file: ArrivingFile, now: Date) => Promise<Result<Arrived>>
  run: (viewer: SignedInViewer, input: z.output<Input>, uploads: string[], now: Date) => Promise<Result<unknown>>
}

/**
 * Makes the handler of a form with files: session or token → permission → scope → limit → files → parse → operation.
 * Under an `Idempotency-Key` a request that was answered is answered alike and does nothing. Only what was done is kept
 * so: a refusal changed nothing, and may be no refusal any more once its reason is gone.
 */
export function evidenceDoor<Input extends z.ZodObject>(endpoint: Endpoint & { input: Input }, door: EvidenceDoor<Input>): ApiHandler {
  const work = async ({ viewer, segments, request, now }: Call): Promise<Result<{ fingerprint: string; value: unknown }>> => {
    const form = await read(request, door.mostFiles, async file => {
      const hash = createHash('sha256')
      const stream = Readable.from(hashing(file.stream, hash), { objectMode: false })
      const arrived = await door.receive(viewer, segments.assessment ?? '', { ...file, stream }, now)
      // What is stored may be another text, with its secrets covered.
      return arrived.ok ? success({ ...arrived.value, sha256: hash.digest('hex') }) : arrived
    })
    if (!form.ok) return form
    const { fields, files } = form.value
    const parsed = endpoint.input.safeParse({ ...fields, ...segments })
    if (!parsed.success) return failure('invalid_input', { fields: fieldCodes(parsed.error) })
    if (files.length === 0) return failure('invalid_input', { fields: { file: 'required' } })
    const result = await door.run(viewer, parsed.data, files.map(({ id }) => id), now)
    return result.ok ? success({ fingerprint: fingerprintOf(request, form.value), value: result.value }) : result
  }
  return apiDoor(endpoint, async call => {
    const header = call.request.headers['idempotency-key']
    if (header === undefined) {
      const worked = await work(call)
      return worked.ok ? success({ body: worked.value.value }) : worked
    }
    const key = String(header)
    if (!/^[\x20-\x7e]{1,255}$/.test(key)) return failure('idempotency_key_invalid')
    return once({ userId: call.viewer.userId, key }, call, work, door.mostFiles)
  }, { limitsEverybody: true })
}

async function once(
  keyed: { userId: string; key: string }, call: Call, work: (call: Call) => Promise<Result<{ fingerprint: string; value: unknown }>>, mostFiles: number,
): Promise<Result<Reply>> {
  const claim = await claimKey(keyed, call.now)
  if (claim.state === 'under_way') return failure('idempotency_under_way')
  if (claim.state === 'answered') {
    const form = await read(call.request, mostFiles, hashed)
    if (!form.ok) return form
    if (fingerprintOf(call.request, form.value) !== claim.fingerprint) return failure('idempotency_other_request')
    return success({ body: JSON.parse(claim.body) as unknown, headers: { 'Idempotency-Replayed': 'true' } })
  }
  // Whatever becomes of it, the key is kept with an answer or not at all.
  try {
    const worked = await work(call)
    if (!worked.ok) return worked
    await keepAnswer(keyed, worked.value.fingerprint, JSON.stringify(worked.value.value))
    return success({ body: worked.value.value })
  } finally {
    await releaseKey(keyed)
  }
}

async function read<File>(
  request: IncomingMessage, mostFiles: number, take: (file: ArrivingFile) => Promise<Result<File>>,
): Promise<Result<ReadForm<File>>> {
  const body = bodyOf(request)
  return readForm(request.headers, body, mostFiles, take).finally(() => body.destroy())
}

async function * hashing(stream: Readable, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    yield chunk
  }
}

async function hashed({ name, stream }: ArrivingFile): Promise<Result<{ name: string; sha256: string }>> {
  const hash = createHash('sha256')
  const isWhole = await pipeline(stream, hash).then(() => true, () => false)
  return isWhole ? success({ name: sanitizeFileName(name), sha256: hash.digest('hex') }) : failure('interrupted')
}

/** What a request asks: its address, its fields and its files, whatever order and boundary they came in. */
function fingerprintOf(request: IncomingMessage, { fields, files }: ReadForm<{ name: string; sha256: string }>): string {
  const asked = { address: request.url ?? '', fields, files: files.map(({ name, sha256 }) => ({ name, sha256 })) }
  return createHash('sha256').update(canonicalJson(asked)).digest('hex')
}
