import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { wordFailure } from '@/lib/i18n/failures'
import { isLanguage, type Language } from '@/lib/domain/language'
import { touchSession } from '@/lib/operations/sessions'
import { clientAddress } from '@/lib/platform/address'
import type { Environment } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { takeFromLimit } from '@/lib/platform/rate-limit'
import { sessionCookie } from '@/lib/platform/session-cookie'
import { getRequestContext, type RequestContext } from '@/lib/queries/viewer'
import { sendPage, serveDocument } from './documents'
import { download } from './downloads'
import { answerReadiness } from './health'
import type { Live } from './live'
import { pageKeys, type PageCache } from './page-cache'
import { cookieOf, isDocumentRequest, isSameOrigin, slugOf } from './request'
import { setSecurityHeaders } from './security-headers'
import { upload } from './uploads'

/** The environment with everything filled in that a running server has. */
export type ServerEnvironment = Environment & { AUTH_URL: string; OIDC_ISSUER: string }

interface Parts {
  environment: ServerEnvironment
  render: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  cache: PageCache
  live: Live
}

const touchMilliseconds = 60_000
const signInLimit = { limit: 60, windowSeconds: 300 }

/** Answers every request: what it can by itself, what is stored from the store, the rest by Next. */
export function createFront(parts: Parts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const requestId = randomUUID()
    const started = performance.now()
    response.on('close', () => {
      const path = (request.url ?? '').split('?')[0]
      const milliseconds = Math.round(performance.now() - started)
      log.debug({ requestId, method: request.method, path, status: response.statusCode, milliseconds }, 'request')
    })
    answer(parts, request, response, requestId).catch(error => {
      log.error({ error, requestId }, 'request failed')
      if (response.headersSent) response.destroy()
      else refuse(request, response, 500, 'unexpected', { requestId })
    })
  }
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
  const { environment, render } = parts
  // These headers speak for the server in front; nobody else may set them.
  delete request.headers['x-middleware-subrequest']
  request.headers['x-request-id'] = requestId
  response.setHeader('X-Request-Id', requestId)
  setSecurityHeaders(response, { secure: environment.AUTH_URL.startsWith('https:') })

  const url = new URL(request.url ?? '/', environment.AUTH_URL)
  if (url.pathname === '/healthz') return void response.setHeader('Content-Type', 'text/plain').end('ok\n')
  if (url.pathname === '/readyz') return answerReadiness(response)
  if (url.pathname.startsWith('/_next/')) return render(request, response)

  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (!reads && !isSameOrigin(request, new URL(environment.AUTH_URL).origin)) return refuse(request, response, 403, 'other_origin')
  const address = clientAddress(request, environment.TRUSTED_PROXIES)
  const now = new Date()
  if (url.pathname.startsWith('/api/auth/') && url.pathname !== '/api/auth/session') {
    const taken = await takeFromLimit({ subject: `sign-in:${address}`, ...signInLimit, now })
    if (!taken.allowed) {
      response.setHeader('Retry-After', taken.retryAfterSeconds)
      return refuse(request, response, 429, 'too_many_requests', { seconds: taken.retryAfterSeconds })
    }
  }

  const slug = url.pathname === '/live' ? url.searchParams.get('assessment') : slugOf(url.pathname)
  const token = cookieOf(request, sessionCookie().name)
  const ask = () => getRequestContext(token, slug, new Date(), { idleMinutes: environment.SESSION_IDLE_MINUTES })
  const context = await ask()
  if (url.pathname === '/live') return openLive(parts, request, response, context, ask)
  await keepAlive(context, now)
  const handling = { viewer: context.viewer, requestId, address }
  if (url.pathname === '/api/uploads') return upload(request, response, handling)
  if (url.pathname.startsWith('/api/files/')) return download(request, response, handling)
  if (!isDocumentRequest(request)) return render(request, response)

  const keys = context.viewer && pageKeys(url.pathname + url.search, context.viewer, context, now)
  const stored = keys && parts.cache.get(keys, now)
  if (stored) return sendPage(request, response, stored)
  const options = { issuer: environment.OIDC_ISSUER, hotReload: environment.DICTAMEN_DEV === '1' }
  return serveDocument(request, response, render, parts.cache, keys, options)
}

function openLive(
  parts: Parts, request: IncomingMessage, response: ServerResponse, context: RequestContext, ask: () => Promise<RequestContext>,
): void {
  if (!context.viewer) return refuse(request, response, 401, 'signed_out')
  if (!context.assessment) return refuse(request, response, 404, 'not_found')
  const slug = new URL(request.url ?? '/', parts.environment.AUTH_URL).searchParams.get('assessment') ?? ''
  parts.live.open(response, slug, context.assessment.revision, async () => (await ask()).viewer !== null)
}

/** Notes that a session is used, at most once a minute. An open page alone does not count: it asks by stream. */
async function keepAlive(context: RequestContext, now: Date): Promise<void> {
  const { viewer, lastSeenAt } = context
  if (viewer && lastSeenAt && now.getTime() - lastSeenAt.getTime() > touchMilliseconds)
    await touchSession(viewer.sessionHash, now)
}

function refuse(
  request: IncomingMessage, response: ServerResponse, status: number, code: string, values?: Record<string, string | number>,
): void {
  const { message } = wordFailure({ code, values }, preferredLanguage(request))
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Connection', 'close')
  response.end(JSON.stringify({ ok: false, code, message, requestId: response.getHeader('x-request-id') }))
}

function preferredLanguage(request: IncomingMessage): Language {
  const preferred = String(request.headers['accept-language'] ?? '').split(',').map(part => part.trim().slice(0, 2))
  return preferred.find(isLanguage) ?? 'es'
}
