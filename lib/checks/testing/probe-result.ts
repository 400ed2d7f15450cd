import { generateKeyPairSync } from 'node:crypto'
import { signProbe, type Measured, type ProbeContent } from '@/lib/domain/probe'
import type { Check } from '../check'
import { found } from './found'

type Changes = { [Part in keyof Measured]?: object }

/** The text of a signed result of a server that does all well, but for what is changed before it is signed. */
export function probeResult(measured: Changes = {}, content: Partial<ProbeContent> = {}): string {
  const parts = Object.keys(sound.measured) as (keyof Measured)[]
  const changed = Object.fromEntries(parts.map(part => [part, merged(sound.measured[part], measured[part])])) as unknown as Measured
  return JSON.stringify(signProbe({ ...sound, ...content, measured: changed }, privateKey), null, 2)
}

/** What a check finds in a result, each with the line that it stands on. */
export function foundIn(check: Check, text: string, given: Parameters<typeof found>[2] = {}): string[] {
  const lines = text.split('\n')
  return found(check, text, given).map(finding => {
    const [key = '', place = ''] = finding.split(' ')
    return `${key} ${lines[Number(place.split(':')[0]) - 1]?.trim()}`
  })
}

const { privateKey } = generateKeyPairSync('ed25519')

/** An attempt that failed saw nothing else. */
function merged(part: object, changes: object | undefined): object {
  return changes && 'error' in changes ? changes : { ...part, ...changes }
}

const refused = { offer: 'refused', reason: null } as const
const accepted = { offer: 'accepted', reason: null } as const

const sound: ProbeContent = {
  kind: 'dictamen-probe', version: 1, host: 'portal.example.org', port: 443, at: '2026-11-20T15:00:00.000Z', tool: 'dictamen 0.1.0',
  measured: {
    http: { port: 80, error: null, status: 308, location: 'https://portal.example.org/' },
    tls: { alpn: 'h2', versions: { 'TLSv1': refused, 'TLSv1.1': refused, 'TLSv1.2': accepted, 'TLSv1.3': accepted } },
    certificate: {
      error: null, authorized: true, reason: null, subject: 'CN=portal.example.org', issuer: 'O=Example, CN=Example Issuing CA', names: ['DNS:portal.example.org'],
      coversHost: true, notBefore: '2026-10-01T00:00:00.000Z', notAfter: '2026-12-30T00:00:00.000Z', daysLeft: 39,
      key: { type: 'ec', bits: 256, curve: 'prime256v1' }, signatureAlgorithm: 'ecdsa-with-SHA256', chain: ['CN=portal.example.org', 'O=Example, CN=Example Issuing CA'],
    },
    headers: {
      path: '/', error: null, status: 200, contentType: 'text/html; charset=utf-8',
      strictTransportSecurity: { value: 'max-age=31536000; includeSubDomains', maxAge: 31_536_000, includeSubDomains: true, preload: false },
      contentSecurityPolicy: "default-src 'self'; frame-ancestors 'none'", contentTypeOptions: 'nosniff', frameOptions: null, referrerPolicy: 'same-origin',
      server: null, poweredBy: null,
    },
    health: { path: '/health', error: null, status: 200, milliseconds: 84, contentType: 'application/json', location: null },
    metrics: { path: '/metrics', error: null, status: 404, contentType: 'text/plain', location: null, exposition: false },
  },
}
