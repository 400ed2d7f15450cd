import { daysBetween } from '@/lib/domain/dates'
import { judgeKey } from '../certificate/strength'
import { check } from '../check'

/** The certificate is trusted, names the host, is strong, and held long enough when it was seen. */
export const certificate = check({
  id: 'probe/certificate',
  format: 'probe-result',
  subjects: ['certificates', 'tls', 'edge'],
  findings: {
    expired: 'fail', 'not-yet': 'fail', 'other-name': 'fail', untrusted: 'fail', expiring: 'fail', 'weak-key': 'fail', 'weak-signature': 'fail',
    'expiring-since': 'inconclusive', 'no-target': 'inconclusive', 'unknown-key': 'inconclusive', 'unknown-signature': 'inconclusive', unmeasured: 'inconclusive',
    until: 'info',
  },
  * run({ certificate: shown, at, host }, { baseline: { certificateDays: target }, today }) {
    const { place } = shown
    if (shown.error !== null) return yield { key: 'unmeasured', place, values: { reason: shown.error } }
    const { authorized, reason, coversHost, notBefore, notAfter, issuer } = shown
    const isExpired = notAfter <= at.text
    const isEarly = notBefore > at.text
    if (isExpired) yield { key: 'expired', place, values: { day: dayOf(notAfter) } }
    if (isEarly) yield { key: 'not-yet', place, values: { day: dayOf(notBefore) } }
    if (!coversHost) yield { key: 'other-name', place, values: { host } }
    // The reason is the first that a client stumbles over; what is said above need not be said again.
    if (!authorized && !(reason !== null && saidOtherwise({ isExpired, isEarly, coversHost }).includes(reason)))
      yield { key: 'untrusted', place, values: { reason: reason ?? '-', issuer } }

    const left = daysBetween(dayOf(at.text), dayOf(notAfter))
    const leftToday = daysBetween(today, dayOf(notAfter))
    if (target === null) yield { key: 'no-target', place }
    if (!isExpired && target !== null && left < target) yield { key: 'expiring', place, values: { days: left, target } }
    else if (!isExpired && leftToday < (target ?? 0)) yield { key: 'expiring-since', place, values: { day: dayOf(notAfter) } }
    else if (!isExpired) yield { key: 'until', place, values: { day: dayOf(notAfter), days: left, issuer } }

    const key = judgeKey({ ...shown.key, kind: shown.key.type })
    if (key !== 'strong') yield { key: `${key}-key` as const, place, values: { kind: [shown.key.type, shown.key.curve ?? shown.key.bits].filter(Boolean).join(' ') } }
    const signature = judgeSignature(shown.signatureAlgorithm)
    if (signature !== 'strong') yield { key: `${signature}-signature` as const, place, values: { algorithm: shown.signatureAlgorithm ?? '-' } }
  },
})

const dayOf = (instant: string) => instant.slice(0, 'YYYY-MM-DD'.length)

function saidOtherwise({ isExpired, isEarly, coversHost }: { isExpired: boolean; isEarly: boolean; coversHost: boolean }): string[] {
  return [
    ...(isExpired ? ['CERT_HAS_EXPIRED'] : []),
    ...(isEarly ? ['CERT_NOT_YET_VALID'] : []),
    ...(coversHost ? [] : ['ERR_TLS_CERT_ALTNAME_INVALID']),
  ]
}

/** By the name that OpenSSL has for it; that of RSASSA-PSS does not tell its hash. */
function judgeSignature(algorithm: string | null): 'strong' | 'weak' | 'unknown' {
  if (algorithm === null) return 'unknown'
  if (/md[245]|sha-?1(?!\d)/i.test(algorithm)) return 'weak'
  return /sha-?(256|384|512)|^ed(25519|448)$/i.test(algorithm) ? 'strong' : 'unknown'
}
