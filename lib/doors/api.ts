import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import { hasPermission, type Permission } from '@/lib/domain/permissions'
import { failure, type Failure, type Result } from '@/lib/domain/result'
import { log } from '@/lib/platform/log'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { fieldCodes } from './field-codes'
import { answerFailure, answerJson, type NodeHandler } from './node-answer'
import { unexpected } from './unexpected'

/** Makes the handler of an address whose segments are part of the input. */
export type ApiHandler = (segments: Record<string, string>) => NodeHandler

interface ChangeDoor<Input extends z.ZodType, Output extends { version: number }> {
  /** What the viewer's roles must grant; whether it holds for this subject is the operation's question. */
  permission: Permission
  input: Input
  run: (viewer: SignedInViewer, input: z.output<Input>, now: Date) => Promise<Result<Output>>
}

/**
 * Makes the handler of a change to something with a version: session → permission → parse → operation. The input
 * is the address, the JSON body and, as `version`, the `If-Match` header. Answers 200 with the new state and its
 * version as `ETag`, or the failure in the reader's words; 412 with the stored state where somebody was faster.
 */
export function changeDoor<Input extends z.ZodType, Output extends { version: number }>(door: ChangeDoor<Input, Output>): ApiHandler {
  return apiDoor(door.permission, async (viewer, segments, request, response) => {
    const version = versionOf(request)
    if (version === null) return failure('version_required')
    const body = await jsonBody(request)
    if (body === null) return failure('not_json')
    const parsed = door.input.safeParse({ ...body, ...segments, version })
    if (!parsed.success) return failure('invalid_input', { fields: fieldCodes(parsed.error) })
    const result = await door.run(viewer, parsed.data, new Date())
    if (result.ok) response.setHeader('ETag', `"${result.value.version}"`)
    return result
  })
}

interface ReadDoor<Input extends z.ZodType, Output> {
  permission: Permission
  /** Of the address. */
  input: Input
  run: (viewer: SignedInViewer, input: z.output<Input>) => Promise<Result<Output>>
}

/** Makes the handler of something to be read: session → permission → parse → query. Answers 200 with it, or the failure in the reader's words. */
export function readDoor<Input extends z.ZodType, Output>(door: ReadDoor<Input, Output>): ApiHandler {
  return apiDoor(door.permission, async (viewer, segments) => {
    const parsed = door.input.safeParse(segments)
    return parsed.success ? door.run(viewer, parsed.data) : failure('not_found')
  })
}

/** What every door of the programming interface does: session → permission → `run`, whose value or failure is the answer. */
function apiDoor(
  permission: Permission,
  run: (viewer: SignedInViewer, segments: Record<string, string>, request: IncomingMessage, response: ServerResponse) => Promise<Result<unknown>>,
): ApiHandler {
  return segments => async (request, response, handling) => {
    const refuse = (refusal: Failure) => answerFailure(request, response, handling, refusal)
    const { viewer, requestId } = handling
    if (!viewer) return refuse({ code: 'signed_out' })
    if (!hasPermission(viewer, permission)) return refuse({ code: 'role' })
    try {
      const result = await run(viewer, segments, request, response)
      await (result.ok ? answerJson(request, response, 200, result.value) : refuse(result.failure))
    } catch (error) {
      log.error({ error, requestId, permission }, 'request failed')
      await refuse(unexpected(error, requestId))
    }
  }
}

function versionOf(request: IncomingMessage): number | null {
  const version = /^"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1]
  return version === undefined ? null : Number(version)
}

const mostBytes = 65_536

/** The object in the body; null where it is none, is too long, or breaks off. */
async function jsonBody(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return null
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > mostBytes) return null
      chunks.push(chunk)
    }
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null
  } catch {
    return null
  }
}
