import { Readable } from 'node:stream'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { hasPermission, type Permission } from '@/lib/domain/permissions'
import { failure, success, type Failure, type Result } from '@/lib/domain/result'
import { wordFailure } from '@/lib/i18n/failures'
import { log } from '@/lib/platform/log'
import { noteAction } from '@/lib/platform/rendering'
import { takeFromLimit, type Limit } from '@/lib/platform/rate-limit'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { fieldCodes } from './field-codes'
import { statusOf } from './node-answer'
import { currentLanguage, currentViewer } from './session'
import { unexpected } from './unexpected'

/** The handler of a route of an assessment that is no page. */
type RouteHandler = (request: Request, context: { params: Promise<{ assessment: string }> }) => Promise<Response>

interface FileDoor {
  permission: Permission
  run: (
    viewer: SignedInViewer, slug: string, address: Record<string, string>, now: Date,
  ) => Promise<Result<{ /** Plain ASCII. */ name: string; mediaType: string; stream: Readable }>>
}

/** Makes the handler of a GET that is answered with a file to save: session → permission → query. */
export function fileDoor({ permission, run }: FileDoor): RouteHandler {
  return routeDoor(permission, async (viewer, slug, request, now) => {
    const result = await run(viewer, slug, Object.fromEntries(new URL(request.url).searchParams), now)
    if (!result.ok) return result
    const { name, mediaType, stream } = result.value
    return success(new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff',
      },
    }))
  })
}

interface Intake {
  permission: Permission
  /** How often one account may send something. */
  limit: Limit
  mostMegabytes: number
}

interface BodyDoor<Output> extends Intake {
  run: (viewer: SignedInViewer, slug: string, body: Uint8Array, now: Date) => Promise<Result<Output>>
}

/** Makes the handler of a POST whose body is one file, answered `{ ok: true, value }`: session → permission → limit → operation. */
export function bodyDoor<Output>({ run, ...intake }: BodyDoor<Output>): RouteHandler {
  return intakeDoor(intake, (viewer, slug, body, _, now) => run(viewer, slug, body, now))
}

interface FormBodyDoor<Input extends z.ZodType, Output> extends Intake {
  /** Of the form's fields by name. */
  input: Input
  run: (viewer: SignedInViewer, slug: string, input: z.output<Input>, now: Date) => Promise<Result<Output>>
}

/** The same for a form with a file among its fields: session → permission → limit → parse → operation. */
export function formBodyDoor<Input extends z.ZodType, Output>({ input, run, ...intake }: FormBodyDoor<Input, Output>): RouteHandler {
  return intakeDoor(intake, async (viewer, slug, body, type, now) => {
    const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': type } }).formData().catch(() => null)
    if (!form) return failure('unreadable')
    const parsed = input.safeParse(Object.fromEntries(form))
    return parsed.success ? run(viewer, slug, parsed.data, now) : failure('invalid_input', { fields: fieldCodes(parsed.error) })
  })
}

function intakeDoor<Output>(
  { permission, limit, mostMegabytes }: Intake,
  run: (viewer: SignedInViewer, slug: string, body: Uint8Array, type: string, now: Date) => Promise<Result<Output>>,
): RouteHandler {
  return routeDoor(permission, async (viewer, slug, request, now) => {
    const taken = await takeFromLimit({ subject: `${permission}:${viewer.userId}`, ...limit, now })
    if (!taken.allowed) return failure('too_many_requests', { values: { seconds: taken.retryAfterSeconds } })
    const body = await bodyWithin(request, mostMegabytes)
    if (!body.ok) return body
    const result = await run(viewer, slug, body.value, request.headers.get('content-type') ?? '', now)
    return result.ok ? success(Response.json(result, { headers: { 'Cache-Control': 'no-store' } })) : result
  })
}

/** A failure is JSON in the reader's words; who follows a link without a session is led to sign-in and back. */
function routeDoor(
  permission: Permission, run: (viewer: SignedInViewer, slug: string, request: Request, now: Date) => Promise<Result<Response>>,
): RouteHandler {
  return async (request, { params }) => {
    noteAction()
    const requested = await headers()
    const requestId = requested.get('x-request-id') ?? 'unknown'
    const language = await currentLanguage()
    const refuse = (refusal: Failure) => {
      const worded = wordFailure(refusal, language)
      return Response.json({ ok: false, ...worded, requestId }, { status: statusOf(worded.code), headers: { 'Cache-Control': 'no-store' } })
    }
    const viewer = await currentViewer()
    if (!viewer && request.method === 'GET') {
      const next = requested.get('x-request-path') ?? '/'
      return new Response(null, { status: 303, headers: { Location: `/sign-in?next=${encodeURIComponent(next)}` } })
    }
    if (!viewer) return refuse({ code: 'signed_out' })
    if (!hasPermission(viewer, permission)) return refuse({ code: 'role' })
    try {
      const result = await run(viewer, (await params).assessment, request, new Date())
      return result.ok ? result.value : refuse(result.failure)
    } catch (error) {
      log.error({ error, requestId, permission }, 'request failed')
      return refuse(unexpected(error, requestId))
    }
  }
}

/** The whole body of a request, unless it is larger than may be taken. */
async function bodyWithin(request: Request, mostMegabytes: number): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let left = mostMegabytes * 1_000_000
  for await (const chunk of (request.body ? Readable.fromWeb(request.body as never) : []) as AsyncIterable<Uint8Array>) {
    left -= chunk.byteLength
    if (left < 0) return failure('too_large', { values: { limit: mostMegabytes } })
    chunks.push(chunk)
  }
  return success(Buffer.concat(chunks))
}
