import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { hasPermission, type Permission } from '@/lib/domain/permissions'
import type { Result } from '@/lib/domain/result'
import { log } from '@/lib/platform/log'
import { takeFromLimit, type Limit } from '@/lib/platform/rate-limit'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { slug } from '@/lib/schemas/fields'
import { bodyOf } from './body'
import { answerFailure, answerJson, type Handling, type NodeHandler } from './node-answer'
import { unexpected } from './unexpected'

interface IncomingUpload {
  assessmentSlug: string
  name: string
  declaredLength: number
  redacts: boolean
  stream: Readable
}

interface UploadDoor<Output> {
  permission: Permission
  /** The origin that people open Dictamen at; a request from a page of another one is refused. */
  origin: () => string
  /** How many files may come from one account and from one address, under which a whole office may sit. */
  limits: { account: Limit; address: Limit }
  run: (viewer: SignedInViewer, upload: IncomingUpload, now: Date) => Promise<Result<Output>>
}

/**
 * Makes the handler of `POST /api/uploads?assessment=SLUG&name=NAME[&secrets=redact]`, whose body is the file and nothing else:
 * session → permission → same origin → limit → operation. Answers 201 `{ ok: true, upload }`, or
 * `{ ok: false, code, message, requestId }` without reading the rest of the body.
 */
export function uploadDoor<Output>(door: UploadDoor<Output>): NodeHandler {
  return async (request, response, handling) => {
    const refuse = (code: string, values?: Record<string, string | number>) =>
      answerFailure(request, response, handling, { code, values })
    const { viewer, requestId } = handling
    if (!viewer) return refuse('signed_out')
    if (!hasPermission(viewer, door.permission)) return refuse('role')
    if (!comesFrom(request, door.origin())) return refuse('other_origin')
    const asked = readRequest(request)
    if (!asked) return refuse('invalid_input')
    try {
      const now = new Date()
      const seconds = await secondsToWait(door.limits, viewer, handling, now)
      if (seconds > 0) return await refuse('too_many_requests', { seconds })
      const stream = bodyOf(request)
      const result = await door.run(viewer, { ...asked, stream }, now).finally(() => stream.destroy())
      if (!result.ok) return await answerFailure(request, response, handling, result.failure)
      await answerJson(request, response, 201, { ok: true, upload: result.value })
    } catch (error) {
      log.error({ error, requestId }, 'upload failed')
      await answerFailure(request, response, handling, unexpected(error, requestId))
    }
  }
}

function readRequest(request: IncomingMessage): Omit<IncomingUpload, 'stream'> | null {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const assessment = slug.safeParse(searchParams.get('assessment'))
  const name = searchParams.get('name')
  // Without a length nobody can tell a whole file from the beginning of one.
  const length = request.headers['content-length']
  if (request.method !== 'POST' || !assessment.success || !name || length === undefined) return null
  return { assessmentSlug: assessment.data, name, declaredLength: Number(length), redacts: searchParams.get('secrets') === 'redact' }
}

/** Browsers say where a request comes from, and pages cannot forge either header. */
function comesFrom(request: IncomingMessage, origin: string): boolean {
  return request.headers.origin === origin || request.headers['sec-fetch-site'] === 'same-origin'
}

async function secondsToWait(
  limits: UploadDoor<unknown>['limits'], viewer: SignedInViewer, { address }: Handling, now: Date,
): Promise<number> {
  const account = await takeFromLimit({ subject: `upload:user:${viewer.userId}`, ...limits.account, now })
  if (!account.allowed) return account.retryAfterSeconds
  return (await takeFromLimit({ subject: `upload:address:${address}`, ...limits.address, now })).retryAfterSeconds
}
