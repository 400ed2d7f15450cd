import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from './audit-chain'

/** What `dictamen probe` measured of a server from outside, and when. */
export interface ProbeContent {
  kind: typeof probeKind
  version: 1
  host: string
  port: number
  /** Instant in UTC as `Date.toISOString` writes it. */
  at: string
  /** Program and version that measured. */
  tool: string
  measured: Measured
}

export const probeKind = 'dictamen-probe'

export interface Measured {
  /** What the port for plain HTTP answers. */
  http: { port: number } & Attempt<PlainAnswer>
  tls: { alpn: string | null; versions: Record<TlsVersion, VersionOffer> }
  certificate: Attempt<ProbedCertificate>
  headers: { path: string } & Attempt<ProbedHeaders>
  health: { path: string } & Attempt<HealthAnswer>
  metrics: { path: string } & Attempt<MetricsAnswer>
}

/** What was seen, or the code of the error for which nothing was. */
export type Attempt<Seen> = { error: string } | ({ error: null } & Seen)

export interface PlainAnswer {
  status: number
  /** Where it sends its callers, absolute and without a query; null where nowhere. */
  location: string | null
}

export interface HealthAnswer extends PlainAnswer {
  /** From the first packet to the headers. */
  milliseconds: number
  contentType: string | null
}

export interface MetricsAnswer extends PlainAnswer {
  contentType: string | null
  /** Whether it looks like what Prometheus scrapes; null where the body could not be looked at. */
  exposition: boolean | null
}

export const tlsVersions = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
export type TlsVersion = (typeof tlsVersions)[number]

export const offers = ['accepted', 'refused', 'unknown'] as const

export interface VersionOffer {
  /** `unknown`: it could not be asked, or the answer does not say. */
  offer: (typeof offers)[number]
  /** The code of the answer; null where a version was accepted, or refused as a version. */
  reason: string | null
}

export interface ProbedCertificate {
  /** Whether a client of usual trust accepts it, and the code of the reason where it does not. */
  authorized: boolean
  reason: string | null
  subject: string
  issuer: string
  /** Of its subjectAltName, such as `DNS:portal.example.org`. */
  names: readonly string[]
  /** Whether one of them is the host. */
  coversHost: boolean
  /** Instants in UTC. */
  notBefore: string
  notAfter: string
  /** Whole days from the measurement to `notAfter`. */
  daysLeft: number
  key: { type: string; bits: number | null; curve: string | null }
  signatureAlgorithm: string | null
  /** Subjects of what the server sent, its own first. */
  chain: readonly string[]
}

export interface ProbedHeaders {
  status: number
  contentType: string | null
  strictTransportSecurity: Hsts | null
  contentSecurityPolicy: string | null
  contentTypeOptions: string | null
  frameOptions: string | null
  referrerPolicy: string | null
  server: string | null
  poweredBy: string | null
}

/** A Strict-Transport-Security header (RFC 6797). */
export interface Hsts {
  value: string
  /** Seconds; null where there is no single valid one, and browsers ignore the header. */
  maxAge: number | null
  includeSubDomains: boolean
  preload: boolean
}

export interface ProbeSignature {
  algorithm: typeof signatureAlgorithm
  /** DER of its SubjectPublicKeyInfo, and the signature, in base64. */
  publicKey: string
  value: string
}

export const signatureAlgorithm = 'Ed25519'

/** Signs with an Ed25519 private key. What is signed is the canonical text (RFC 8785) of everything but the signature. */
export function signProbe(content: ProbeContent, privateKey: KeyObject): ProbeContent & { signature: ProbeSignature } {
  const value = sign(null, Buffer.from(canonicalJson(content)), privateKey).toString('base64')
  return { ...content, signature: { algorithm: signatureAlgorithm, publicKey: publicKeyOf(privateKey), value } }
}

/** The public half of a key as a result carries it. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
}

/** Whether `content`, of any shape, is what was signed; `unusable` where the key is no Ed25519 key. */
export function verifyProbe(content: unknown, { publicKey, value }: { publicKey: string; value: string }): 'valid' | 'changed' | 'unusable' {
  const key = readKey(publicKey)
  if (key === null) return 'unusable'
  const text = canonicalOrNull(content)
  return text !== null && verify(null, Buffer.from(text), key, Buffer.from(value, 'base64')) ? 'valid' : 'changed'
}

/** SHA-256 of a public key's DER in lower-case hexadecimal, as `openssl pkey -pubout -outform DER | sha256sum` prints it. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

function readKey(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** Null for what has no canonical form, which nobody can have signed. */
function canonicalOrNull(content: unknown): string | null {
  try {
    return canonicalJson(content)
  } catch {
    return null
  }
}
