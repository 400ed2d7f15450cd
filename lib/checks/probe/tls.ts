import { tlsVersions, type TlsVersion } from '@/lib/domain/probe'
import { check } from '../check'

const old: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1']
const modern: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3']

/** The server speaks TLS 1.2 or 1.3, and nothing older. */
export const tls = check({
  id: 'probe/tls',
  format: 'probe-result',
  subjects: ['tls', 'edge'],
  findings: { 'old-version': 'fail', 'no-modern-version': 'fail', unknown: 'inconclusive', 'refused-otherwise': 'info', offered: 'info' },
  * run({ tls: { place, alpn, versions } }) {
    const accepted = tlsVersions.filter(version => versions[version].offer === 'accepted')
    const isModern = modern.some(version => accepted.includes(version))
    for (const version of tlsVersions) {
      const { place, offer, reason } = versions[version]
      const isOld = old.includes(version)
      const values = { version: nameOf(version), reason: reason ?? '-' }
      if (isOld && offer === 'accepted') yield { key: 'old-version', place, values }
      // With one of the modern versions it does not matter whether there is the other.
      else if (offer === 'unknown' && (isOld || !isModern)) yield { key: 'unknown', place, values }
      else if (isOld && reason !== null) yield { key: 'refused-otherwise', place, values }
    }
    if (modern.every(version => versions[version].offer === 'refused')) yield { key: 'no-modern-version', place }
    if (accepted.length > 0) yield { key: 'offered', place, values: { versions: accepted.map(nameOf).join(', '), alpn: alpn ?? '-' } }
  },
})

/** As people write it: TLS 1.0. */
function nameOf(version: TlsVersion): string {
  return version === 'TLSv1' ? 'TLS 1.0' : version.replace('TLSv', 'TLS ')
}
