import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderWithin, type Rendering } from '@/lib/platform/rendering'
import { compressPage, gzipOf, type Rendered, type StoredPage } from './page-cache'
import { documentPolicy } from './security-headers'

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface Options {
  issuer: string
  hotReload: boolean
  /** Has a rendering wait for its turn; what comes after it takes none. */
  inTurn: <Result>(rendering: () => Promise<Result>) => Promise<Result>
}

/**
 * Lets Next render a page or a part of one, gives a whole page the policy of its own scripts, sends it, and gives
 * it back with the audience that it declared, if it saw its viewer with that `fingerprint`. The context that made
 * its keys was read before, so a kept page is never older than its key.
 */
export async function renderPage(
  request: IncomingMessage, response: ServerResponse, render: Render, fingerprint: string | null, options: Options,
): Promise<Rendered> {
  const rendering: Rendering = { cacheable: null, reachedAction: false }
  const captured = await options.inTurn(async () => {
    // Who asked may have left while this waited for its turn. Next would begin, write to nobody and never end.
    if (response.destroyed) return null
    return renderWithin(rendering, () => capturePage(request, response, render))
  })
  if (captured === null) return { page: null, audience: null }
  const { mediaType, bytes } = captured
  const page: StoredPage = {
    mediaType,
    brotli: await compressPage(bytes),
    contentSecurityPolicy: mediaType.startsWith('text/html') ? documentPolicy(bytes, options) : "default-src 'none'",
    until: rendering.cacheable?.until ?? null,
  }
  const { cacheable } = rendering
  // Asked for its head alone, Next gives no body to keep.
  const isKept = cacheable?.fingerprint === fingerprint && response.statusCode === 200 && request.method === 'GET'
  await sendPage(request, response, page)
  return { page, audience: isKept ? cacheable?.audience ?? null : null, concerns: cacheable?.concerns }
}

/** Sends a finished page, compressed as the browser can read it; every browser reads gzip. */
export async function sendPage(request: IncomingMessage, response: ServerResponse, page: StoredPage): Promise<void> {
  const brotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const bytes = brotli ? page.brotli : await gzipOf(page)
  response.setHeader('Content-Type', page.mediaType)
  response.setHeader('Content-Encoding', brotli ? 'br' : 'gzip')
  response.setHeader('Content-Length', bytes.length)
  response.setHeader('Vary', 'Accept-Encoding, RSC, Next-Router-State-Tree')
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('Content-Security-Policy', page.contentSecurityPolicy)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

interface Captured {
  mediaType: string
  bytes: Buffer
}

/**
 * Renders and holds a page or a part of one back, status and headers set on the response but nothing sent. Any
 * other body passes through as it comes, and null is returned once it is over, or where nobody waits any more.
 */
function capturePage(request: IncomingMessage, response: ServerResponse, render: Render): Promise<Captured | null> {
  const { write, end, writeHead, flushHeaders } = response
  const restore = () => Object.assign(response, { write, end, writeHead, flushHeaders })
  const chunks: Buffer[] = []
  const mediaType = () => String(response.getHeader('content-type') ?? '')
  const isPage = () => /^text\/(html|x-component)\b/.test(mediaType())

  return new Promise((resolve, reject) => {
    const keep = (chunk: unknown, encoding: unknown) => {
      if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding as BufferEncoding : 'utf8'))
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    }
    const callbackOf = (...candidates: unknown[]) => candidates.find(c => typeof c === 'function') as (() => void) | undefined

    response.writeHead = (status: number, ...rest: unknown[]) => {
      response.statusCode = status
      const headers = rest.find(part => typeof part === 'object' && part !== null) as Record<string, string> | undefined
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
      return response
    }
    response.flushHeaders = () => undefined
    response.write = (chunk: unknown, encoding?: unknown, callback?: unknown) => {
      if (!isPage()) {
        restore()
        resolve(null)
        return write.call(response, chunk, encoding as BufferEncoding, callbackOf(encoding, callback))
      }
      keep(chunk, encoding)
      callbackOf(encoding, callback)?.()
      return true
    }
    response.end = ((chunk?: unknown, encoding?: unknown, callback?: unknown) => {
      restore()
      if (!isPage()) {
        resolve(null)
        return end.call(response, chunk, encoding as BufferEncoding, callbackOf(chunk, encoding, callback))
      }
      keep(chunk, encoding)
      callbackOf(chunk, encoding, callback)?.()
      response.removeHeader('content-length')
      response.removeHeader('transfer-encoding')
      resolve({ mediaType: mediaType(), bytes: Buffer.concat(chunks) })
      return response
    }) as ServerResponse['end']
    response.once('close', () => resolve(null))
    render(request, response).catch(error => {
      restore()
      reject(error)
    })
  })
}
