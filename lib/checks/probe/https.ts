import { check } from '../check'

/** Whoever comes over plain HTTP is sent on to HTTPS. */
export const https = check({
  id: 'probe/https',
  format: 'probe-result',
  subjects: ['http-service', 'edge'],
  findings: {
    'no-redirect': 'fail', 'plain-redirect': 'fail', 'no-answer': 'inconclusive', unmeasured: 'inconclusive', 'other-host': 'warning', closed: 'info',
  },
  * run({ http, host }) {
    const { place, port } = http
    if (http.error === 'ECONNREFUSED') return yield { key: 'closed', place, values: { port } }
    if (http.error !== null) return yield { key: 'unmeasured', place, values: { port, reason: http.error } }
    const { status, location } = http
    if (status === 429 || status >= 500) return yield { key: 'no-answer', place, values: { port, status } }
    const target = redirects.includes(status) ? parse(location) : null
    if (target === null) yield { key: 'no-redirect', place, values: { port, status } }
    else if (target.protocol !== 'https:') yield { key: 'plain-redirect', place, values: { port, location: location ?? '' } }
    else if (target.hostname.replace(/^\[|\]$/g, '') !== host.toLowerCase()) yield { key: 'other-host', place, values: { host, location: location ?? '' } }
  },
})

const redirects = [301, 302, 303, 307, 308]

function parse(location: string | null): URL | null {
  return location !== null && URL.canParse(location) ? new URL(location) : null
}
