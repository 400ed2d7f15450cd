import { X509Certificate } from 'node:crypto'
import type { TextFormat } from '../format'
import { placesOf, type Place } from '../place'
import type { Read, Unreadable } from '../syntax/tree'

/** The certificates of a PEM file, in the order in which a server sends them. */
export interface PemCertificates {
  place: Place
  certificates: readonly PemCertificate[]
}

export interface PemCertificate {
  place: Place
  /** Its common name, else its whole subject. */
  name: string
  /** Names and addresses of its subjectAltName. */
  alternativeNames: readonly string[]
  /** Milliseconds since 1970. */
  from: number
  until: number
  isAuthority: boolean
  isSelfSigned: boolean
  key: { kind: string; bits: number | null; curve: string | null }
  /** The algorithm of its signature by OID; null where the runtime does not tell it. */
  signature: string | null
  /** Position in the file of the certificate whose key signed it; null where it is not there. */
  issuer: number | null
}

/** A file with more is a store of authorities, and no chain. */
const mostCertificates = 50

export const pemCertificate: TextFormat<PemCertificates> = {
  syntax: 'text',
  // Files of other kinds hold certificates too, as values: this one begins with one, or with what openssl prints before it.
  matches: text => /^\s*(-----BEGIN |#|subject|issuer|Certificate|Bag Attributes|depth=|CONNECTED)/i.test(text)
    && /^-----BEGIN (X509 )?CERTIFICATE-----|^-----BEGIN ([A-Z]{2,9} )?(ENCRYPTED )?PRIVATE KEY-----/m.test(text),
  read: text => {
    const place = placesOf(text)
    const keys = [...text.matchAll(/-----BEGIN [A-Z ]{0,30}PRIVATE KEY/g)]
    if (keys.length > 0) return refused(keys.map(({ index }) => ({ place: place(index), reason: 'private-key' })))
    const blocks = [...text.matchAll(/-----BEGIN (?:X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]*)(-----END (?:X509 )?CERTIFICATE-----)?/g)]
    const beyond = blocks[mostCertificates]
    if (beyond) return refused([{ place: place(beyond.index), reason: 'too-many-values' }])
    const parsed: X509Certificate[] = []
    const problems: Unreadable[] = []
    for (const { index, 1: body = '', 2: end } of blocks) {
      const certificate = end === undefined ? null : parse(body)
      if (certificate) parsed.push(certificate)
      else problems.push({ place: place(index), reason: 'syntax', values: { message: 'CERTIFICATE' } })
    }
    if (problems.length > 0) return refused(problems)
    const certificates = parsed.map((one, at) => certificateOf(one, place(blocks[at]?.index ?? 0), parsed))
    return { ok: true, value: { place: certificates[0]?.place ?? place(0), certificates } }
  },
}

function refused(problems: readonly Unreadable[]): Read<PemCertificates> {
  return { ok: false, problems }
}

/** Null where it is none, or of a key that cannot be read. */
function parse(base64: string): X509Certificate | null {
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'))
    const isDated = [certificate.validFrom, certificate.validTo].every(date => Number.isFinite(Date.parse(date)))
    return certificate.publicKey && isDated ? certificate : null
  } catch {
    return null
  }
}

function certificateOf(certificate: X509Certificate, place: Place, all: readonly X509Certificate[]): PemCertificate {
  const { asymmetricKeyType: kind = '?', asymmetricKeyDetails: details } = certificate.publicKey
  const issuer = all.findIndex(other => other !== certificate && isIssuedBy(certificate, other))
  return {
    place,
    name: /^CN=(.+)$/m.exec(certificate.subject ?? '')?.[1] ?? ((certificate.subject ?? '').replaceAll('\n', ', ') || '?'),
    alternativeNames: (certificate.subjectAltName ?? '').split(', ').flatMap(name => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []),
    from: Date.parse(certificate.validFrom),
    until: Date.parse(certificate.validTo),
    isAuthority: certificate.ca,
    isSelfSigned: isIssuedBy(certificate, certificate),
    key: { kind, bits: details?.modulusLength ?? null, curve: details?.namedCurve ?? null },
    signature: certificate.signatureAlgorithmOid ?? null,
    issuer: issuer < 0 ? null : issuer,
  }
}

function isIssuedBy(certificate: X509Certificate, other: X509Certificate): boolean {
  try {
    return certificate.issuer === other.subject && certificate.verify(other.publicKey)
  } catch {
    return false
  }
}
