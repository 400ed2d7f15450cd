import type { X509Certificate } from 'node:crypto'
import { checkServerIdentity, type TLSSocket } from 'node:tls'
import type { ProbedCertificate } from '@/lib/domain/probe'
import { codeOf } from './target'

/** The certificate that a server showed, and what a client of usual trust makes of it on the day `at`. */
export function certificateOf(socket: TLSSocket, host: string, at: Date): ProbedCertificate {
  const shown = socket.getPeerCertificate()
  const certificate = socket.getPeerX509Certificate()
  if (!certificate) throw Object.assign(new Error('the server showed no certificate'), { code: 'no-certificate' })
  const { authorizationError } = socket
  return {
    authorized: socket.authorized,
    // Typed as an error, and the text of its code where it has one.
    reason: socket.authorized ? null : typeof authorizationError === 'string' ? authorizationError : codeOf(authorizationError),
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: certificate.subjectAltName?.split(', ') ?? [],
    coversHost: checkServerIdentity(host, shown) === undefined,
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    daysLeft: Math.floor((certificate.validToDate.getTime() - at.getTime()) / 86_400_000),
    key: {
      type: certificate.publicKey.asymmetricKeyType ?? 'unknown',
      bits: shown.bits ?? null,
      curve: certificate.publicKey.asymmetricKeyDetails?.namedCurve ?? null,
    },
    signatureAlgorithm: certificate.signatureAlgorithm ?? null,
    chain: chainOf(certificate),
  }
}

const longestChain = 10

function chainOf(certificate: X509Certificate): string[] {
  const chain: string[] = []
  for (let at: X509Certificate | undefined = certificate; at && chain.length < longestChain; at = at.issuerCertificate) chain.push(oneLine(at.subject))
  return chain
}

/** A name that Node writes with one part a line. */
function oneLine(name: string): string {
  return name.trim().split('\n').join(', ')
}
