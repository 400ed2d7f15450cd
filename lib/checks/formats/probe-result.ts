import { offers, probeKind, tlsVersions, type Attempt, type HealthAnswer, type Hsts, type MetricsAnswer, type PlainAnswer, type ProbedCertificate, type ProbedHeaders, type TlsVersion, type VersionOffer } from '@/lib/domain/probe'
import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { booleanOf, get, numberOf, placeOf, stringOf, type Read, type Tree, type Unreadable } from '../syntax/tree'

/** What `dictamen probe` wrote: each measure with the place where it stands. */
export interface ProbeResult {
  place: Place
  host: string
  port: number
  /** Instant in UTC. */
  at: { place: Place; text: string }
  /** All of the file but its signature, as plain values. */
  content: unknown
  /** Null where the file carries none. */
  signature: { place: Place; algorithm: string; publicKey: string; value: string } | null
  http: Placed<{ port: number } & Attempt<PlainAnswer>>
  tls: Placed<{ alpn: string | null; versions: Record<TlsVersion, Placed<VersionOffer>> }>
  certificate: Placed<Attempt<ProbedCertificate>>
  headers: Placed<{ path: string } & Attempt<ProbedHeaders>>
  health: Placed<{ path: string } & Attempt<HealthAnswer>>
  metrics: Placed<{ path: string } & Attempt<MetricsAnswer>>
}

type Placed<Of> = Of & { place: Place }

export const probeResult: TreeFormat<ProbeResult> = {
  syntax: 'json',
  hint: /"kind"\s*:\s*"dictamen-probe"/,
  matches: tree => stringOf(get(tree, 'kind')) === probeKind,
  read: tree => {
    const reader = new Reader()
    const value = readResult(tree, reader)
    return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value } satisfies Read<ProbeResult>
  },
}

function readResult(tree: Tree, reader: Reader): ProbeResult {
  reader.take(tree, 'version', 'the version 1', value => (numberOf(value) === 1 ? 1 : undefined), 1)
  const measured = reader.part(tree, 'measured')
  const { http, tls, certificate, headers, health, metrics } = {
    http: reader.part(measured, 'http'), tls: reader.part(measured, 'tls'), certificate: reader.part(measured, 'certificate'),
    headers: reader.part(measured, 'headers'), health: reader.part(measured, 'health'), metrics: reader.part(measured, 'metrics'),
  }
  const answer = (part: Tree): PlainAnswer => ({ status: reader.status(part, 'status'), location: reader.textOrNull(part, 'location') })
  return {
    place: tree.place,
    host: reader.text(tree, 'host'),
    port: reader.count(tree, 'port'),
    at: { place: placeOf(tree, 'at'), text: reader.instant(tree, 'at') },
    content: contentOf(tree),
    signature: readSignature(tree, reader),
    http: { place: placeOf(measured, 'http'), port: reader.count(http, 'port'), ...reader.attempt(http, answer) },
    tls: { place: placeOf(measured, 'tls'), alpn: reader.textOrNull(tls, 'alpn'), versions: readVersions(reader.part(tls, 'versions'), reader) },
    certificate: { place: placeOf(measured, 'certificate'), ...reader.attempt(certificate, part => readCertificate(part, reader)) },
    headers: { place: placeOf(measured, 'headers'), path: reader.text(headers, 'path'), ...reader.attempt(headers, part => readHeaders(part, reader)) },
    health: {
      place: placeOf(measured, 'health'), path: reader.text(health, 'path'),
      ...reader.attempt(health, part => ({ ...answer(part), milliseconds: reader.count(part, 'milliseconds'), contentType: reader.textOrNull(part, 'contentType') })),
    },
    metrics: {
      place: placeOf(measured, 'metrics'), path: reader.text(metrics, 'path'),
      ...reader.attempt(metrics, part => ({ ...answer(part), contentType: reader.textOrNull(part, 'contentType'), exposition: reader.flagOrNull(part, 'exposition') })),
    },
  }
}

function readSignature(tree: Tree, reader: Reader): ProbeResult['signature'] {
  if (get(tree, 'signature') === undefined) return null
  const signature = reader.part(tree, 'signature')
  const text = (key: string) => reader.text(signature, key)
  return { place: placeOf(tree, 'signature'), algorithm: text('algorithm'), publicKey: text('publicKey'), value: text('value') }
}

function readVersions(versions: Tree, reader: Reader): Record<TlsVersion, Placed<VersionOffer>> {
  const read = (version: TlsVersion) => {
    const part = reader.part(versions, version)
    const offer = reader.take(part, 'offer', offers.join(', '), value => offers.find(one => one === stringOf(value)), 'unknown')
    return [version, { place: placeOf(versions, version), offer, reason: reader.textOrNull(part, 'reason') }] as const
  }
  return Object.fromEntries(tlsVersions.map(read)) as Record<TlsVersion, Placed<VersionOffer>>
}

function readCertificate(part: Tree, reader: Reader): ProbedCertificate {
  const key = reader.part(part, 'key')
  return {
    authorized: reader.flag(part, 'authorized'),
    reason: reader.textOrNull(part, 'reason'),
    subject: reader.text(part, 'subject'),
    issuer: reader.text(part, 'issuer'),
    names: reader.texts(part, 'names'),
    coversHost: reader.flag(part, 'coversHost'),
    notBefore: reader.instant(part, 'notBefore'),
    notAfter: reader.instant(part, 'notAfter'),
    daysLeft: reader.number(part, 'daysLeft'),
    key: { type: reader.text(key, 'type'), bits: reader.numberOrNull(key, 'bits'), curve: reader.textOrNull(key, 'curve') },
    signatureAlgorithm: reader.textOrNull(part, 'signatureAlgorithm'),
    chain: reader.texts(part, 'chain'),
  }
}

function readHeaders(part: Tree, reader: Reader): ProbedHeaders {
  const text = (key: string) => reader.textOrNull(part, key)
  return {
    status: reader.status(part, 'status'),
    contentType: text('contentType'),
    strictTransportSecurity: isNull(get(part, 'strictTransportSecurity')) ? null : readHsts(reader.part(part, 'strictTransportSecurity'), reader),
    contentSecurityPolicy: text('contentSecurityPolicy'),
    contentTypeOptions: text('contentTypeOptions'),
    frameOptions: text('frameOptions'),
    referrerPolicy: text('referrerPolicy'),
    server: text('server'),
    poweredBy: text('poweredBy'),
  }
}

function readHsts(part: Tree, reader: Reader): Hsts {
  return {
    value: reader.text(part, 'value'),
    maxAge: reader.numberOrNull(part, 'maxAge'),
    includeSubDomains: reader.flag(part, 'includeSubDomains'),
    preload: reader.flag(part, 'preload'),
  }
}

/** Takes values out of a tree, and notes each that is not what it has to be; what stands in for it is read by nobody. */
class Reader {
  readonly problems: Unreadable[] = []

  take<Value>(from: Tree, key: string, expected: string, read: (value: Tree) => Value | undefined, standIn: Value): Value {
    const value = get(from, key)
    const taken = value && read(value)
    if (taken !== undefined) return taken
    // One problem is enough where the part that would hold it is missing.
    if (from !== missing) this.problems.push({ place: placeOf(from, key), reason: 'shape', values: { expected: `${key}: ${expected}`, found: kindOf(value) } })
    return standIn
  }

  part = (from: Tree, key: string) => this.take(from, key, 'map', value => (value.kind === 'map' ? value : undefined), missing)
  text = (from: Tree, key: string) => this.take(from, key, 'string', stringOf, '')
  textOrNull = (from: Tree, key: string) => this.take<string | null>(from, key, 'string | null', orNull(stringOf), null)
  flag = (from: Tree, key: string) => this.take(from, key, 'boolean', booleanOf, false)
  flagOrNull = (from: Tree, key: string) => this.take<boolean | null>(from, key, 'boolean | null', orNull(booleanOf), null)
  number = (from: Tree, key: string) => this.take(from, key, 'number', numberOf, 0)
  numberOrNull = (from: Tree, key: string) => this.take<number | null>(from, key, 'number | null', orNull(numberOf), null)
  count = (from: Tree, key: string) => this.take(from, key, '0, 1, 2…', value => within(numberOf(value), 0, Number.MAX_SAFE_INTEGER), 0)
  status = (from: Tree, key: string) => this.take(from, key, '100 – 599', value => within(numberOf(value), 100, 599), 0)
  instant = (from: Tree, key: string) => this.take(from, key, 'YYYY-MM-DDTHH:MM:SS.sssZ', instantOf, '')
  texts = (from: Tree, key: string) => this.take<readonly string[]>(from, key, 'string[]', textsOf, [])

  attempt<Seen>(from: Tree, read: (from: Tree) => Seen): Attempt<Seen> {
    const error = this.textOrNull(from, 'error')
    return error === null ? { error, ...read(from) } : { error }
  }
}

const missing: Tree = { kind: 'map', place: { line: 1, column: 1 }, entries: new Map() }

function orNull<Value>(read: (value: Tree) => Value | undefined): (value: Tree) => Value | null | undefined {
  return value => (isNull(value) ? null : read(value))
}

function isNull(value: Tree | undefined): boolean {
  return value?.kind === 'scalar' && value.value === null
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

function instantOf(value: Tree): string | undefined {
  const text = stringOf(value) ?? ''
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text ? text : undefined
}

function textsOf(value: Tree): string[] | undefined {
  const texts = value.kind === 'list' ? value.items.flatMap(item => stringOf(item) ?? []) : undefined
  return value.kind === 'list' && texts?.length === value.items.length ? texts : undefined
}

function kindOf(value: Tree | undefined): string {
  if (value === undefined) return '–'
  return value.kind === 'scalar' ? (value.value === null ? 'null' : typeof value.value) : value.kind
}

/** What was signed. */
function contentOf(tree: Tree): unknown {
  const content = plain(tree) as Record<string, unknown>
  delete content.signature
  return content
}

function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value
  if (tree.kind === 'list') return tree.items.map(plain)
  return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]))
}
