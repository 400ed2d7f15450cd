import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import { hasPermission } from '@/lib/domain/permissions'
import { failure, success, type Failure, type Result } from '@/lib/domain/result'
import { missingScope } from '@/lib/domain/tokens'
import { log } from '@/lib/platform/log'
import { takeFromLimit, type Limit } from '@/lib/platform/rate-limit'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { Endpoint } from '@/lib/schemas/api'
import { fieldCodes } from './field-codes'
import { answerFailure, answerJson, type Handling, type NodeHandler } from './node-answer'
import { unexpected } from './unexpected'

/** Makes the handler of an address whose segments are part of the input. */
export type ApiHandler = (segments: Record<string, string>) => NodeHandler

/**
 * Makes the handler of a change to something with a version: session or token → permission → scope → parse →
 * operation. The input is the address, the JSON body and, as `version`, the `If-Match` header. Answers with the new
 * state and its version as `ETag`, or the failure as problem details; 412 with the stored state where somebody was
 * faster.
 */
export function changeDoor<Input extends z.ZodObject, Output extends { version: number }>(
  endpoint: Endpoint & { input: Input },
  run: (viewer: SignedInViewer, input: z.output<Input>, now: Date) => Promise<Result<Output>>,
): ApiHandler {
  return apiDoor(endpoint, async ({ viewer, segments, request, now }) => {
    const version = versionOf(request)
    if (version === null) return failure('version_required')
    const body = await jsonBody(request)
    if (body === null) return failure('not_json')
    const parsed = endpoint.input.safeParse({ ...body, ...segments, version })
    if (!parsed.success) return failure('invalid_input', { fields: fieldCodes(parsed.error) })
    const result = await run(viewer, parsed.data, now)
    return result.ok ? success({ body: result.value, headers: { ETag: `"${result.value.version}"` } }) : result
  })
}

/** Something that was read. */
export interface Read<Output> {
  body: Output
  /** Names what was read: the same name, the same body. */
  etag?: string
  /** Where a list goes on; null at its end. */
  cursor?: string | null
}

/**
 * Makes the handler of something to be read: session or token → permission → scope → parse → query. The input is the
 * address and its query. Answers with what was read and its `ETag`, 304 where the asker has that already, the next
 * part of a list as `Link`; or the failure as problem details.
 */
export function readDoor<Input extends z.ZodObject, Output>(
  endpoint: Endpoint & { input: Input },
  run: (viewer: SignedInViewer, input: z.output<Input>, now: Date) => Promise<Result<Read<Output>>>,
): ApiHandler {
  return apiDoor(endpoint, async ({ viewer, segments, request, now }) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const parsed = endpoint.input.safeParse({ ...Object.fromEntries(searchParams), ...segments })
    if (!parsed.success) {
      const isAddress = parsed.error.issues.some(({ path: [name] }) => String(name) in segments)
      return isAddress ? failure('not_found') : failure('invalid_input', { fields: fieldCodes(parsed.error) })
    }
    const result = await run(viewer, parsed.data, now)
    if (!result.ok) return result
    const { body, etag, cursor } = result.value
    if (cursor) searchParams.set('cursor', cursor)
    const headers = { ...(etag && { ETag: `"${etag}"` }), ...(cursor && { Link: `<${pathname}?${searchParams}>; rel="next"` }) }
    const isKnown = etag !== undefined && (request.headers['if-none-match'] ?? '').includes(`"${etag}"`)
    return success(isKnown ? { body: null, headers, status: 304 } : { body, headers })
  })
}

/** A request that got through. */
export interface Call {
  viewer: SignedInViewer
  segments: Record<string, string>
  request: IncomingMessage
  now: Date
}

export interface Reply {
  body: unknown
  headers?: Record<string, string>
  /** Where it is another than the endpoint's. */
  status?: number
}

/** Requests of one token in a minute; of an address, behind which many may be, ten times that. */
export const apiLimits = { GET: 600, PATCH: 120, POST: 120 } as const
const addressFactor = 10

/**
 * What every door of the programming interface does: session or token → permission → scope → limit → `run`, whose
 * reply or failure is the answer. Limited are programs, and everybody with `limitsEverybody`; pages ask as often as
 * people click.
 */
export function apiDoor(
  endpoint: Endpoint, run: (call: Call) => Promise<Result<Reply>>, { limitsEverybody = false } = {},
): ApiHandler {
  const { permission, method } = endpoint
  return segments => async (request, response, handling) => {
    const refuse = (refusal: Failure) => answerFailure(request, response, handling, refusal)
    const { viewer, tokenShown, requestId } = handling
    try {
      const now = new Date()
      if (tokenShown || limitsEverybody) {
        const seconds = await takeTurn(handling, method, response, now)
        if (seconds > 0) return await refuse({ code: 'too_many_requests', values: { seconds } })
      }
      if (!viewer) return await refuse({ code: tokenShown ? 'token_invalid' : 'signed_out' })
      if (!hasPermission(viewer, permission)) return await refuse({ code: 'role' })
      const scope = missingScope(viewer, permission)
      if (scope) return await refuse({ code: 'token_scope', values: { scope } })
      const result = await run({ viewer, segments, request, now })
      if (!result.ok) return await refuse(result.failure)
      const { body, headers = {}, status = endpoint.status } = result.value
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      await (status === 304 ? void response.writeHead(304).end() : answerJson(request, response, status, body))
    } catch (error) {
      log.error({ error, requestId, permission }, 'request failed')
      await refuse(unexpected(error, requestId))
    }
  }
}

/** Takes one of the asker's turns and one of the address's, says in headers how many are left, and gives the seconds to wait. */
async function takeTurn(
  { viewer, address }: Handling, method: keyof typeof apiLimits, response: ServerResponse, now: Date,
): Promise<number> {
  const limit: Limit = { limit: apiLimits[method], windowSeconds: 60 }
  const kind = method === 'GET' ? 'read' : 'write'
  const own = viewer && await takeFromLimit({ subject: `api:${kind}:${viewer.token ? `token:${viewer.token.id}` : `user:${viewer.userId}`}`, ...limit, now })
  const shared = await takeFromLimit({ subject: `api:${kind}:address:${address}`, ...limit, limit: limit.limit * addressFactor, now })
  const taken = own?.allowed === false || (own && shared.allowed) ? own : shared
  response.setHeader('RateLimit-Limit', taken === own ? limit.limit : limit.limit * addressFactor)
  response.setHeader('RateLimit-Remaining', taken.remaining)
  response.setHeader('RateLimit-Reset', taken.resetSeconds)
  return taken.retryAfterSeconds
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
