import { check } from '../check'
import type { PemCertificate } from '../formats/pem-certificate'

/** Keys are long enough, and signatures of a kind that cannot be forged. */
export const strength = check({
  id: 'certificate/strength',
  format: 'pem-certificate',
  subjects: ['certificates'],
  findings: { 'weak-key': 'fail', 'weak-signature': 'fail', 'unknown-key': 'inconclusive', 'unknown-signature': 'inconclusive' },
  * run({ certificates }) {
    for (const { place, name, key, signature, isSelfSigned, isAuthority } of certificates) {
      const judged = judgeKey(key)
      const kind = key.curve ?? (key.bits === null ? key.kind : `${key.kind} ${key.bits}`)
      if (judged !== 'strong') yield { key: judged === 'weak' ? 'weak-key' : 'unknown-key', place, values: { name, kind } }
      // Nobody relies on the signature of a root: it is trusted because it is there.
      if (isSelfSigned && isAuthority) continue
      const weak = weakSignatures.get(signature ?? '')
      if (weak) yield { key: 'weak-signature', place, values: { name, algorithm: weak } }
      else if (signature === null || !strongSignatures.includes(signature))
        yield { key: 'unknown-signature', place, values: { name, algorithm: signature ?? '?' } }
    }
  },
})

const leastRsaBits = 2_048

/** Whether a key of a certificate is long enough, by its kind, its bits and its curve as OpenSSL names it. */
export function judgeKey({ kind, bits, curve }: PemCertificate['key']): 'strong' | 'weak' | 'unknown' {
  if (kind === 'rsa' || kind === 'rsa-pss') return bits === null ? 'unknown' : bits >= leastRsaBits ? 'strong' : 'weak'
  if (kind === 'ed25519' || kind === 'ed448') return 'strong'
  if (kind === 'dsa') return 'weak'
  if (kind !== 'ec') return 'unknown'
  if (curve === 'prime256v1' || curve === 'secp384r1' || curve === 'secp521r1') return 'strong'
  // Curves of fewer bits than P-256 say so in their names; of others nothing is known.
  return /^(?:prime|secp|sect|c2pnb|c2tnb)(\d{3})/.exec(curve ?? '')?.[1]?.localeCompare('256') === -1 ? 'weak' : 'unknown'
}

/** By their OIDs (RFC 3279, RFC 4055, RFC 5758, RFC 8410). */
const strongSignatures: readonly string[] = [
  '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4',
  '1.3.101.112', '1.3.101.113',
]

const weakSignatures: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'MD2'], ['1.2.840.113549.1.1.3', 'MD4'], ['1.2.840.113549.1.1.4', 'MD5'], ['1.2.840.113549.1.1.5', 'SHA-1'],
  ['1.3.14.3.2.29', 'SHA-1'], ['1.2.840.10045.4.1', 'SHA-1'], ['1.2.840.10040.4.3', 'SHA-1'],
])
