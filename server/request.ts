import type { IncomingMessage } from 'node:http'

/** Reads one cookie; null where it is missing or cannot be decoded. */
export function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const separator = pair.indexOf('=')
    if (separator < 0 || pair.slice(0, separator).trim() !== name) continue
    try {
      return decodeURIComponent(pair.slice(separator + 1).trim())
    } catch {
      return null
    }
  }
  return null
}

// First segments of addresses that name no assessment.
const reserved = new Set(['', '_next', 'api', 'live', 'healthz', 'readyz', 'sign-in', 'signed-out', 'refused', 'account', 'favicon.ico', 'icon.svg'])

/** The slug of the assessment that an address is of, by its shape; null where it is of none. */
export function slugOf(pathname: string): string | null {
  const segment = pathname.split('/')[1] ?? ''
  return reserved.has(segment) || !/^[a-z0-9-]{1,80}$/.test(segment) ? null : segment
}

/** Whether a browser asks for a whole page, rather than a script, a file or a part of a page. */
export function isDocumentRequest(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD')
    && request.headers.rsc === undefined && request.headers['next-action'] === undefined
    && !/^\/(_next|api|live)\//.test(request.url ?? '')
}

/**
 * Whether a request that writes comes from a page of this origin. Browsers always send Origin with such
 * requests; a request without one is no browser's, and carries no cookie by accident.
 */
export function isSameOrigin(request: IncomingMessage, origin: string): boolean {
  const claimed = request.headers.origin
  if (claimed !== undefined) return claimed === origin
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
