import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import PQueue from 'p-queue'
import { askedLanguage } from '@/lib/domain/language'
import { hasPermission, permissionFingerprint } from '@/lib/domain/permissions'
import type { Told } from '@/lib/domain/told'
import { closeWhenIdle } from '@/lib/doors/body'
import { answerFailure, type Handling } from '@/lib/doors/node-answer'
import { unexpected } from '@/lib/doors/unexpected'
import { touchSession } from '@/lib/operations/sessions'
import { touchToken } from '@/lib/operations/tokens'
import { clientAddress } from '@/lib/platform/address'
import type { Environment } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { takeFromLimit } from '@/lib/platform/rate-limit'
import { sessionCookie } from '@/lib/platform/session-cookie'
import { listChanges } from '@/lib/queries/changes'
import { getOverallRevision } from '@/lib/queries/instance'
import { getRequestContext, getTokenContext, type RequestContext } from '@/lib/queries/viewer'
import { renderAction } from './actions'
import { apiHandler } from './api'
import { renderPage, sendPage } from './documents'
import { download } from './downloads'
import { answerReadiness } from './health'
import type { Live } from './live'
import type { Metrics } from './metrics'
import { pageKeys, type PageCache } from './page-cache'
import { bearerOf, cookieOf, isSameOrigin, partOf, slugOf, urlOf } from './request'
import { setSecurityHeaders } from './security-headers'
import type { StaticFiles } from './static-files'
import { upload } from './uploads'

/** The environment with everything filled in that a running server has. */
export type ServerEnvironment = Environment & { AUTH_URL: string; OIDC_ISSUER: string }

interface Parts {
  environment: ServerEnvironment
  render: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  cache: PageCache
  live: Live
  metrics: Metrics
  /** Scripts and styles of the build; without it Next serves them as they change. */
  staticFiles: StaticFiles | null
  clock: () => Date
  /** How long the body of a request may stand still, where it is not as long as everywhere. */
  idleMilliseconds?: number
}

const touchMilliseconds = 60_000
// A whole office may stand behind one address, and each sign-in counts twice. Passwords are the provider's to guard.
const signInLimit = { limit: 600, windowSeconds: 300 }

/** Answers every request: what it can by itself, what is stored from the store, the rest by Next. */
export function createFront(parts: Parts): (request: IncomingMessage, response: ServerResponse) => void {
  const own = new URL(parts.environment.AUTH_URL)
  return (request, response) => {
    const requestId = randomUUID()
    const started = performance.now()
    response.on('close', () => {
      const path = (request.url ?? '').split('?')[0]
      const elapsed = performance.now() - started
      parts.metrics.observe(request, response, elapsed / 1000)
      log.debug({ requestId, method: request.method, path, status: response.statusCode, milliseconds: Math.round(elapsed) }, 'request')
    })
    answer(parts, own, request, response, requestId).catch(error => {
      log.error({ error, requestId }, 'request failed')
      if (response.headersSent) response.destroy()
      else void answerFailure(request, response, { viewer: null, requestId, address: '' }, unexpected(error, requestId))
    })
  }
}

async function answer(
  parts: Parts, { origin, host, protocol }: URL, request: IncomingMessage, response: ServerResponse, requestId: string,
): Promise<void> {
  const { environment, render } = parts
  // These headers speak for the server in front; nobody else may set them.
  delete request.headers['x-middleware-subrequest']
  // Next holds it against the origin of an action, whatever a proxy made of Host; here that was compared already.
  request.headers['x-forwarded-host'] = host
  request.headers['x-request-id'] = requestId
  request.headers['x-request-path'] = request.url
  response.setHeader('X-Request-Id', requestId)
  setSecurityHeaders(response, { secure: protocol === 'https:' })

  const url = urlOf(request, origin)
  if (!url) return answerFailure(request, response, { viewer: null, requestId, address: '' }, { code: 'not_found' })
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (!reads) closeWhenIdle(request, response, parts.idleMilliseconds)
  if (url.pathname === '/healthz') return void response.setHeader('Content-Type', 'text/plain').end('ok\n')
  if (url.pathname === '/readyz') return answerReadiness(response)
  if (url.pathname === '/metrics') return parts.metrics.answer(request, response, environment.METRICS_TOKEN, parts.clock())
  if (url.pathname.startsWith('/_next/static/') && reads && await parts.staticFiles?.answer(request, response, url.pathname)) return
  if (url.pathname.startsWith('/_next/')) return render(request, response)

  const address = clientAddress(request, environment.TRUSTED_PROXIES)
  const unknown = { viewer: null, requestId, address }
  if (!reads && !isSameOrigin(request, origin))
    return answerFailure(request, response, unknown, { code: 'other_origin' })
  const now = parts.clock()
  if (url.pathname.startsWith('/api/auth/') || (url.pathname === '/sign-in' && !reads)) {
    const taken = await takeFromLimit({ subject: `sign-in:${address}`, ...signInLimit, now })
    if (!taken.allowed)
      return answerFailure(request, response, unknown, { code: 'too_many_requests', values: { seconds: taken.retryAfterSeconds } })
  }

  if (url.pathname.startsWith('/api/v1/')) return answerApi(parts, request, response, url, unknown, now)
  const isLive = url.pathname === '/live'
  const slug = slugOf(isLive ? `/${url.searchParams.get('assessment') ?? ''}` : url.pathname)
  const token = cookieOf(request, sessionCookie().name)
  const ask = () => getRequestContext(token, slug, parts.clock(), { idleMinutes: environment.SESSION_IDLE_MINUTES })
  const context = await ask()
  const handling = { viewer: context.viewer, requestId, address }
  if (isLive) return openLive(parts.live, request, response, url.searchParams, context, handling, ask)
  await keepAlive(context, handling, now)
  if (url.pathname === '/api/uploads') return upload(request, response, handling)
  if (url.pathname.startsWith('/api/files/')) return download(request, response, handling)
  if (!reads) return renderAction(request, response, render, () => answerFailure(request, response, handling, { code: 'unreadable' }))
  const part = partOf(request)
  if (part === null) return render(request, response)
  return answerPage(parts, request, response, part, context)
}

/** Answers the programming interface: to whom a token is shown for, of which no cookie takes the place, else to who is signed in. */
async function answerApi(
  { environment }: Parts, request: IncomingMessage, response: ServerResponse, url: URL, unknown: Handling, now: Date,
): Promise<void> {
  const token = bearerOf(request)
  const handling = { ...unknown, tokenShown: token !== null }
  if (token === null) {
    const cookie = cookieOf(request, sessionCookie().name)
    const context = await getRequestContext(cookie, null, now, { idleMinutes: environment.SESSION_IDLE_MINUTES })
    await keepAlive(context, unknown, now)
    handling.viewer = context.viewer
  } else {
    const { viewer, lastUsedAt } = await getTokenContext(token, now)
    if (viewer && (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > touchMilliseconds)) await noted(touchToken(viewer.token.id, now), unknown)
    // A program says itself what its reader speaks.
    handling.viewer = viewer && { ...viewer, language: askedLanguage(request.headers['accept-language']) ?? viewer.language }
  }
  const found = apiHandler(request.method, url)
  if ('handler' in found) return found.handler(request, response, handling)
  if (found.allowed.length === 0) return answerFailure(request, response, handling, { code: 'not_found' })
  response.setHeader('Allow', found.allowed.join(', '))
  return answerFailure(request, response, handling, { code: 'method_not_allowed' })
}

// A write has every open page that it concerns renewed at once. Rendered two at a time most are done earlier than
// rendered all together, and parts, which take half as long and are what open pages wait for, go before whole pages.
// Pages of no assessment pass by: one of them asks the identity provider, which may be slow to answer.
const renders = new PQueue({ concurrency: 2 })

/** Answers with a whole page or a part of one: as it is kept, as somebody else is rendering it now, or rendered for this request. */
async function answerPage(
  { environment, render, cache, clock }: Parts, request: IncomingMessage, response: ServerResponse, part: string, context: RequestContext,
): Promise<void> {
  const hotReload = environment.DICTAMEN_DEV === '1'
  const path = request.url ?? '/'
  const now = clock()
  // Where pages change as they are edited, none is kept.
  const keys = hotReload || !context.viewer ? null : pageKeys(path, part, context.viewer, context, now)
  const stored = keys && (await cache.get(keys, now) ?? await cache.waitFor(keys))
  response.setHeader('X-Page-Cache', stored ? 'hit' : 'miss')
  if (stored) return sendPage(request, response, stored)
  const fingerprint = context.viewer && permissionFingerprint(context.viewer)
  const renderAs = (inTurn: Parameters<typeof renderPage>[4]['inTurn']) =>
    renderPage(request, response, render, fingerprint, { issuer: environment.OIDC_ISSUER, hotReload, inTurn })
  if (!keys) await renderAs(rendering => rendering())
  else await cache.render(path, keys, begin => renderAs(rendering => renders.add(() => {
    begin()
    return rendering()
  }, { priority: part === '' ? 0 : 1 })))
}

/** Answers an open page: with a stream of what changes, or whether there is one for it. */
async function openLive(
  live: Live, request: IncomingMessage, response: ServerResponse, asked: URLSearchParams, context: RequestContext, handling: Handling,
  ask: () => Promise<RequestContext>,
): Promise<void> {
  const { viewer, assessment } = context
  const slug = asked.get('assessment')
  if (!viewer?.sessionHash) return answerFailure(request, response, handling, { code: 'signed_out' })
  if (!hasPermission(viewer, 'assessment.read')) return answerFailure(request, response, handling, { code: 'role' })
  if (slug !== null && !assessment) return answerFailure(request, response, handling, { code: 'not_found' })
  // An open page asks only whether it would be answered.
  if (request.method === 'HEAD') return void response.end()
  const { sessionHash: session } = viewer
  if (live.isFull(session)) return answerFailure(request, response, handling, { code: 'too_many_pages' })
  await live.open(response, {
    slug, session, holds: async () => (await ask()).viewer !== null,
    standing: async () => slug === null ? [{ name: 'overall', revision: await getOverallRevision() }] : standingOf(await ask(), asked.get('revision')),
  })
}

/** Where an assessment and what belongs to none stand, for a page that knows of the assessment up to the revision `known`. */
async function standingOf({ assessment, instanceRevision }: RequestContext, known: string | null): Promise<Told[]> {
  if (!assessment) return []
  const { id, revision } = assessment
  const after = Number(known ?? Number.NaN)
  const changes = after >= 0 && after <= revision ? await listChanges(id, Math.trunc(after), revision) : null
  return [{ name: 'revision', revision, changes }, { name: 'instance', revision: instanceRevision }]
}

/** Notes that a session is used, at most once a minute. An open page alone does not count: it asks by stream. */
async function keepAlive(context: RequestContext, handling: Handling, now: Date): Promise<void> {
  const { viewer, lastSeenAt } = context
  if (viewer?.sessionHash && lastSeenAt && now.getTime() - lastSeenAt.getTime() > touchMilliseconds)
    await noted(touchSession(viewer.sessionHash, now), handling)
}

/** A database that takes no changes still has what was asked for: that a use could not be noted is logged. */
async function noted(touch: Promise<void>, { requestId }: Handling): Promise<void> {
  await touch.catch((error: unknown) => log.error({ error, requestId }, 'a use was not noted'))
}
