import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { preferredLanguage } from '@/lib/domain/language'
import type { Failure } from '@/lib/domain/result'
import { wordFailure } from '@/lib/i18n/failures'
import { problemTitle } from '@/lib/i18n/problems'
import type { SignedInViewer } from '@/lib/queries/viewer'

/** What the server in front knows of a request before it hands it to a door. */
export interface Handling {
  viewer: SignedInViewer | null
  /** Whether a token was shown: who then is nobody has shown one that does not hold. */
  tokenShown?: boolean
  requestId: string
  /** Where the request comes from; see `clientAddress`. */
  address: string
}

/** A request that the server in front answers without Next. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse, handling: Handling) => Promise<void>

const statuses: ReadonlyMap<string, number> = new Map([
  ['signed_out', 401],
  ['token_invalid', 401],
  ['role', 403],
  ['token_scope', 403],
  ['other_origin', 403],
  ['not_found', 404],
  ['method_not_allowed', 405],
  ['not_owner_team', 403],
  ['idempotency_under_way', 409],
  ['upload_gone', 409],
  ['conflict', 412],
  ['too_large', 413],
  ['text_too_large', 413],
  ['holds_secrets', 422],
  ['wrong_type', 415],
  ['type_not_accepted', 415],
  ['not_multipart', 415],
  ['idempotency_other_request', 422],
  ['version_required', 428],
  ['too_many_requests', 429],
  ['unexpected', 500],
  ['file_corrupt', 500],
  ['file_missing', 500],
  ['storage_unavailable', 503],
  ['database_unavailable', 503],
  ['database_not_writable', 503],
  ['storage_full', 507],
])

/** The HTTP status that fits a failure; 400 where none fits better. */
export function statusOf(code: string): number {
  return statuses.get(code) ?? 400
}

/** Where the programming interface is. */
export const apiPath = '/api/v1/'

/**
 * Answers with a failure in the reader's words, under the HTTP status that fits it. Whoever follows a link gets the
 * words alone, a program gets JSON, and one of the programming interface problem details. What is left of the
 * request's body is not read.
 */
export async function answerFailure(
  request: IncomingMessage, response: ServerResponse, { viewer, requestId }: Handling, failure: Failure,
): Promise<void> {
  const language = viewer?.language ?? preferredLanguage(request.headers['accept-language'])
  const { code, ...worded } = wordFailure(failure, language)
  const status = statusOf(code)
  if (request.url?.startsWith(apiPath)) {
    if (status === 401 || code === 'token_scope') response.setHeader('WWW-Authenticate', challengeOf(failure))
    const { message: detail, ...rest } = worded
    const problem = { type: problemType(code), title: problemTitle(status, language), status, detail, instance: `urn:uuid:${requestId}`, code, ...rest }
    return answer(request, response, status, 'application/problem+json', JSON.stringify(problem))
  }
  if (/\btext\/html\b/.test(request.headers.accept ?? ''))
    return answer(request, response, status, 'text/plain', `${worded.message}\n\n${code} · ${requestId}\n`)
  return answerJson(request, response, status, { ok: false, code, ...worded, requestId })
}

/** What names a kind of problem (RFC 9457): where the reference speaks of it. */
export function problemType(code: string): string {
  return `/api-reference#${code}`
}

/** What a refusal asks for (RFC 6750). */
function challengeOf({ code, values }: Failure): string {
  if (code === 'token_invalid') return 'Bearer error="invalid_token"'
  return code === 'token_scope' ? `Bearer error="insufficient_scope", scope="${values?.scope}"` : 'Bearer'
}

/** Answers with JSON. What is left of the request's body is not read. */
export function answerJson(
  request: IncomingMessage, response: ServerResponse, status: number, body: unknown,
): Promise<void> {
  return answer(request, response, status, 'application/json', JSON.stringify(body))
}

async function answer(
  request: IncomingMessage, response: ServerResponse, status: number, mediaType: string, text: string,
): Promise<void> {
  if (response.destroyed || response.headersSent) return
  const plain = Buffer.from(text)
  const isCompressed = plain.byteLength > worthCompressing && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const bytes = isCompressed ? await promisify(gzip)(plain) : plain
  response.writeHead(status, {
    'Content-Type': `${mediaType}; charset=utf-8`,
    ...(isCompressed && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
    'Content-Length': bytes.byteLength,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(request.complete ? {} : { Connection: 'close' }),
  })
  if (request.method !== 'HEAD') response.write(bytes)
  if (!request.complete) await discardBriefly(request)
  response.end()
}

const worthCompressing = 4_096
const discardBytes = 8_388_608
const discardMilliseconds = 3_000

/**
 * Node closes the connection once the answer has ended. Closed while the other side still sends, it is reset,
 * and a browser may throw the answer away unread; so a little more of the body is taken and dropped first. The
 * whole answer is sent by then. (nginx calls it lingering close.)
 */
function discardBriefly(request: IncomingMessage): Promise<void> {
  return new Promise(resolve => {
    let left = discardBytes
    const drop = (chunk: Uint8Array) => {
      left -= chunk.byteLength
      if (left < 0) stop()
    }
    const stop = () => {
      clearTimeout(timer)
      request.off('data', drop).pause()
      resolve()
    }
    const timer = setTimeout(stop, discardMilliseconds)
    request.unpipe().once('end', stop).once('close', stop).on('error', stop).on('data', drop).resume()
    if (request.destroyed) stop()
  })
}
