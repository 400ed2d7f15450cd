import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import Busboy, { type BusboyInstance } from '@fastify/busboy'
import { failure, success, type Result } from '@/lib/domain/result'

/** A file of a form as it arrives. It must be read to the end, or the form stands still. */
export interface ArrivingFile {
  name: string
  stream: Readable
  /** The fields that came before it. */
  fields: Readonly<Record<string, string>>
}

export interface ReadForm<File> {
  fields: Record<string, string>
  /** What was made of each file, in their order. */
  files: File[]
}

const limits = { fields: 32, fieldSize: 32_768, headerPairs: 32, headerSize: 16_384 }

/**
 * Reads a `multipart/form-data` body whose files are the parts named `file`, each handed to `take` while it arrives.
 * Fails with what `take` first fails with, with `not_multipart`, with `interrupted` where the body breaks off, and
 * with `invalid_input` for fields that stand twice or are too long and for too many files; nothing more is then read,
 * and every `take` has ended.
 */
export async function readForm<File>(
  headers: IncomingHttpHeaders, body: Readable, mostFiles: number, take: (file: ArrivingFile) => Promise<Result<File>>,
): Promise<Result<ReadForm<File>>> {
  const parser = parserOf(headers, mostFiles)
  if (!parser) return failure('not_multipart')
  const fields = new Map<string, string>()
  const taking: Promise<Result<File>>[] = []
  let current: Readable | null = null
  // A file that is still on its way has no end that would come.
  const stop = () => {
    body.unpipe(parser)
    current?.destroy(new Error('the form is not read on'))
  }
  const refusal = await new Promise<ReturnType<typeof failure> | null>((resolve, reject) => {
    const refuseField = (name: string, code: string) => resolve(failure('invalid_input', { fields: { [name]: code } }))
    parser.on('field', (name, value, _, tooLong) => {
      if (fields.has(name)) refuseField(name, 'invalid')
      else if (tooLong) refuseField(name, 'too_long')
      fields.set(name, value)
    })
    parser.on('file', (field, stream, name) => {
      // Where the body breaks off it fails, perhaps before anybody reads it.
      stream.on('error', () => undefined)
      current = stream
      if (field !== 'file' || !name) return refuseField(field === 'file' ? 'file' : String(field), field === 'file' ? 'required' : 'unknown')
      const taken = take({ name, stream, fields: Object.fromEntries(fields) })
      taking.push(taken)
      taken.then(result => { if (!result.ok) resolve(result) }, reject)
    })
    parser.on('filesLimit', () => refuseField('file', 'too_many'))
    parser.on('fieldsLimit', () => resolve(failure('not_multipart')))
    parser.on('finish', () => resolve(null))
    parser.on('error', () => resolve(failure('interrupted')))
    body.on('error', () => resolve(failure('interrupted')))
    body.pipe(parser)
  }).catch(async (error: unknown) => {
    stop()
    await Promise.allSettled(taking)
    throw error
  })
  if (refusal) stop()
  const taken = await Promise.all(taking)
  const files: File[] = []
  for (const result of taken) {
    if (!result.ok) return refusal ?? result
    files.push(result.value)
  }
  return refusal ?? success({ fields: Object.fromEntries(fields), files })
}

/** Null where the headers speak of no such body, or of none that could be taken apart. */
function parserOf(headers: IncomingHttpHeaders, mostFiles: number): BusboyInstance | null {
  const type = headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;.*boundary="?[^\s";]/i.test(type)) return null
  try {
    return new Busboy({ headers: { ...headers, 'content-type': type }, limits: { ...limits, files: mostFiles } })
  } catch {
    // What looks like a boundary may be a parameter of another name.
    return null
  }
}
