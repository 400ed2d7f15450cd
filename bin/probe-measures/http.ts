import { once } from 'node:events'
import * as http from 'node:http'
import * as https from 'node:https'
import type { HealthAnswer, MetricsAnswer, PlainAnswer, ProbedHeaders } from '@/lib/domain/probe'
import { looksLikeExposition } from './exposition'
import { readHsts } from './hsts'
import { openMinded, patience, TimeoutError, type Target } from './target'

/** Bytes of a body that are looked at. */
const mostBytes = 1024 * 1024

/** What the port for plain HTTP answers, followed nowhere. */
export async function seePlain(target: Target): Promise<PlainAnswer> {
  const { status, location } = await ask(target, { path: '/', plain: true })
  return { status, location }
}

/** The headers that the page is served with. */
export async function seeHeaders(target: Target): Promise<ProbedHeaders> {
  const { status, contentType, header, headers } = await ask(target, { path: target.page })
  // Of several a browser takes the first (RFC 6797, section 8.1).
  const hsts = headers['strict-transport-security']?.[0]
  return {
    status, contentType,
    strictTransportSecurity: hsts === undefined ? null : readHsts(hsts),
    contentSecurityPolicy: header('content-security-policy'),
    contentTypeOptions: header('x-content-type-options'),
    frameOptions: header('x-frame-options'),
    referrerPolicy: header('referrer-policy'),
    server: header('server'),
    poweredBy: header('x-powered-by'),
  }
}

/** What the health endpoint answers, and after how long: connection and handshake included. */
export async function seeHealth(target: Target): Promise<HealthAnswer> {
  const { status, milliseconds, contentType, location } = await ask(target, { path: target.health })
  return { status, milliseconds, contentType, location }
}

/** What the metrics endpoint answers to a caller that shows no credentials. */
export async function seeMetrics(target: Target): Promise<MetricsAnswer> {
  const { status, contentType, location, header, body } = await ask(target, { path: target.metrics, accept: scrapers, body: true })
  return { status, contentType, location, exposition: looksLikeExposition({ contentType, contentEncoding: header('content-encoding'), body }) }
}

/** As Prometheus asks. */
const scrapers = 'application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1'

interface Question {
  path: string
  /** Over HTTP, and not HTTPS. */
  plain?: boolean
  accept?: string
  /** Whether the body is looked at. */
  body?: boolean
}

interface Answer {
  status: number
  /** From the first packet to the headers. */
  milliseconds: number
  /** Where it sends its caller, without the query, which may carry what is not for others. */
  location: string | null
  contentType: string | null
  /** All values of a header as one; null where there is none. */
  header: (name: string) => string | null
  headers: NodeJS.Dict<string[]>
  /** What came of it in time, up to `mostBytes`; empty where it was not asked for. */
  body: Buffer
}

async function ask(target: Target, { path, plain = false, accept = '*/*', body = false }: Question): Promise<Answer> {
  const started = performance.now()
  const signal = AbortSignal.timeout(target.milliseconds)
  const options = { path, signal, agent: false, headers: { accept, 'user-agent': 'dictamen-probe' } }
  const request = plain
    ? http.get({ ...options, ...patience, host: target.host, port: target.plainPort })
    : https.get({ ...options, ...openMinded(target) })
  // What goes wrong after the headers is no error of the answer.
  request.on('error', () => {})
  try {
    const [response] = await once(request, 'response') as [http.IncomingMessage]
    const milliseconds = Math.round(performance.now() - started)
    return { ...answerOf(response, new URL(path, base(target, plain))), milliseconds, body: body ? await firstBytes(response) : Buffer.alloc(0) }
  } catch (error) {
    throw signal.aborted ? new TimeoutError() : error
  } finally {
    request.destroy()
  }
}

/** What comes of a body in time, up to `mostBytes`. */
async function firstBytes(response: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= mostBytes) break
    }
  } catch {
    // Cut off: what came before still says something.
  }
  return Buffer.concat(chunks).subarray(0, mostBytes)
}

function base({ host, port, plainPort }: Target, plain: boolean): string {
  const name = host.includes(':') ? `[${host}]` : host
  return plain ? `http://${name}:${plainPort}` : `https://${name}:${port}`
}

function answerOf(response: http.IncomingMessage, asked: URL): Omit<Answer, 'body' | 'milliseconds'> {
  const headers = response.headersDistinct
  const header = (name: string) => headers[name]?.join(', ') ?? null
  return { status: response.statusCode ?? 0, location: placeOf(header('location'), asked), contentType: header('content-type'), header, headers }
}

function placeOf(location: string | null, asked: URL): string | null {
  if (location === null || !URL.canParse(location, asked)) return null
  const { protocol, host, pathname } = new URL(location, asked)
  return `${protocol}//${host}${pathname}`
}
