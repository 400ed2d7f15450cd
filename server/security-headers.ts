import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** Headers that every answer carries. */
export function setSecurityHeaders(response: ServerResponse, options: { secure: boolean }): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  if (options.secure) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
}

/**
 * The policy of a finished document: its own inline scripts by their hashes, and scripts of this origin.
 * Styles may be inline, since charts and widths are set by attribute. `issuer` is where sign-in forms lead.
 */
export function documentPolicy(html: Buffer, options: { issuer: string; hotReload: boolean }): string {
  const hashes = inlineScripts(html).map(script => `'sha256-${createHash('sha256').update(script, 'latin1').digest('base64')}'`)
  // Hot reload evaluates code and speaks over a WebSocket.
  const scripts = options.hotReload ? "'unsafe-inline' 'unsafe-eval'" : [...new Set(hashes)].join(' ')
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${options.hotReload ? ' ws:' : ''}`,
    // Of this origin nothing lets itself be framed but the PDF of a file.
    "frame-src 'self'",
    `form-action 'self' ${new URL(options.issuer).origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** The bytes of each script element without `src`, a character a byte: that is how they are cheap to search. */
function inlineScripts(html: Buffer): string[] {
  return [...html.toString('latin1').matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(match => match[1] ?? '')
}
