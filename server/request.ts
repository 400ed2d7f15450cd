import type { IncomingMessage } from 'node:http'
import { isSlug, reservedSlugs } from '@/lib/domain/slug'

/**
 * The address that a request asks for, at `origin`; null where no page can have it: `OPTIONS *`, a path that cannot
 * be decoded, or one with NUL, which Postgres cannot compare. It is never read as a reference: `//x/healthz` would
 * then be a path of the host `x`, and `//` no address at all.
 */
export function urlOf(request: IncomingMessage, origin: string): URL | null {
  if (!request.url?.startsWith('/')) return null
  const url = new URL(origin + request.url)
  return isPath(url.pathname) ? url : null
}

function isPath(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}

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

/** The token that a request shows as `Authorization: Bearer`, empty where it names none; null where it shows none. */
export function bearerOf(request: IncomingMessage): string | null {
  const header = request.headers.authorization ?? ''
  return /^bearer\b/i.test(header) ? header.slice('bearer'.length).trim() : null
}

/** The slug of the assessment that an address is of, by its shape; null where it is of none. */
export function slugOf(pathname: string): string | null {
  const segment = pathname.split('/')[1] ?? ''
  return isSlug(segment) ? segment : null
}

// What decides which part of a page Next answers with, and in which form.
const partHeaders = ['next-router-state-tree', 'next-url', 'next-router-prefetch', 'next-router-segment-prefetch'] as const

/**
 * Which part of a page a request that reads asks for: empty for the whole, null where it asks for no page. Two
 * requests for one part of one address are answered alike.
 */
export function partOf(request: IncomingMessage): string | null {
  const { url, headers } = request
  if (headers['next-action'] !== undefined || /^\/(_next|api|live)\//.test(url ?? '')) return null
  if (headers.rsc === undefined) return ''
  return `rsc ${partHeaders.map(name => `${name}=${String(headers[name] ?? '')}`).join(' ')}`
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

const sections = new Set(['configuration', 'items', 'mine', 'review', 'dimensions', 'roadmap', 'verdict', 'events', 'settings'])

/** The kind of page or door that a path is of, by its shape: few enough to count by. */
export function routeOf(pathname: string): string {
  const [first = '', second, ...rest] = pathname.split('/').slice(1)
  if (first === '_next') return '/_next'
  if (first === 'api') return `/api/${second === 'v1' || second === 'auth' || second === 'uploads' || second === 'files' ? second : 'other'}`
  if (slugOf(pathname) === null) return first === '' || reservedSlugs.has(first) ? `/${first}` : 'other'
  if (second === undefined || second === '') return '/[assessment]'
  if (!sections.has(second)) return 'other'
  return `/[assessment]/${second}${rest.length > 0 ? '/…' : ''}`
}
