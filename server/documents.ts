import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderWithin, type Rendering } from '@/lib/platform/rendering'
import { compressPage, type PageCache, type PageKeys, type StoredPage } from './page-cache'
import { documentPolicy } from './security-headers'

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface Options {
  issuer: string
  hotReload: boolean
}

/**
 * Lets Next render a document, gives it the policy of its own scripts, and keeps it where the page declared
 * itself cacheable. The context that made `keys` was read before, so a kept page is never older than its key.
 */
export async function serveDocument(
  request: IncomingMessage, response: ServerResponse, render: Render, cache: PageCache, keys: PageKeys | null, options: Options,
): Promise<void> {
  const rendering: Rendering = { cacheable: null }
  const html = await renderWithin(rendering, () => captureHtml(request, response, render))
  if (html === null) return
  const page: StoredPage = {
    ...(await compressPage(html)),
    contentSecurityPolicy: documentPolicy(html.toString('utf8'), options),
    until: rendering.cacheable?.until ?? null,
  }
  if (keys && rendering.cacheable && response.statusCode === 200)
    cache.set(rendering.cacheable.personal ? keys.personal : keys.shared, page)
  sendPage(request, response, page)
}

/** Sends a finished page, compressed as the browser can read it; every browser reads gzip. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
  const brotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const bytes = brotli ? page.brotli : page.gzip
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Encoding', brotli ? 'br' : 'gzip')
  response.setHeader('Content-Length', bytes.length)
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('Content-Security-Policy', page.contentSecurityPolicy)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/**
 * Renders and holds an HTML body back, status and headers set on the response but nothing sent. Any other
 * body passes through as it comes, and null is returned once it is over.
 */
function captureHtml(request: IncomingMessage, response: ServerResponse, render: Render): Promise<Buffer | null> {
  const { write, end, writeHead, flushHeaders } = response
  const restore = () => Object.assign(response, { write, end, writeHead, flushHeaders })
  const chunks: Buffer[] = []
  const isHtml = () => String(response.getHeader('content-type') ?? '').startsWith('text/html')

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
      if (!isHtml()) {
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
      if (!isHtml()) {
        resolve(null)
        return end.call(response, chunk, encoding as BufferEncoding, callbackOf(chunk, encoding, callback))
      }
      keep(chunk, encoding)
      callbackOf(chunk, encoding, callback)?.()
      response.removeHeader('content-length')
      response.removeHeader('transfer-encoding')
      resolve(Buffer.concat(chunks))
      return response
    }) as ServerResponse['end']
    render(request, response).catch(error => {
      restore()
      reject(error)
    })
  })
}
