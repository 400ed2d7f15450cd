import { createHash } from 'node:crypto'

/** What an event says, and what is hashed of it. */
export interface EventContent {
  /** The assessment's id, or the instance's. */
  chain: string
  /** From 1, without gaps. */
  number: number
  /** Instant in UTC as `Date.toISOString` writes it. */
  at: string
  /** Pseudonymous id; null where no person acted. */
  actor: string | null
  /** The token through which the person acted; missing where they did so themselves. */
  token?: { id: string; name: string }
  verb: string
  subject: { type: string; id: string }
  before: unknown
  after: unknown
  /** Head hash of the instance's chain, embedded in events of assessments. */
  instanceHead: string | null
}

/** A stored event: the columns that are searched beside the text that was hashed. */
export interface ChainedEvent {
  chain: string
  number: number
  body: string
  hash: string
}

export interface ChainHead {
  number: number
  hash: string
}

/**
 * Where a chain breaks first. `missing`: the event is nowhere. `reordered`: it stands elsewhere, or another in its
 * place. `edited`: its text or hash was changed after it was written. `relinked`: it was written for another chain,
 * or the links hold but lead to another end than the head. `truncated`: the chain ends before its head.
 */
export type ChainVerification = { holds: true } | { holds: false; number: number; reason: ChainBreak }

export type ChainBreak = 'missing' | 'edited' | 'reordered' | 'relinked' | 'truncated'

/** Name of the chain of what belongs to no assessment; the others are named by their assessment's id. */
export const instanceChain = 'instance'

/** The hash before the first event of a chain. */
export const genesisHash = '0'.repeat(64)

/**
 * The text of an event as it is hashed and stored, nothing but the fields of `EventContent`. Throws a `TypeError`
 * where a value has no canonical form, the number is not a positive integer, or `at` is not written as promised.
 */
export function eventBody(content: EventContent): string {
  const { chain, number, at, actor, token, verb, subject, before, after, instanceHead } = content
  if (!Number.isSafeInteger(number) || number < 1) throw new TypeError(`not an event number: ${number}`)
  if (!isInstant(at)) throw new TypeError(`not an instant in UTC: ${at}`)
  const { type, id } = subject
  return canonicalJson({
    chain, number, at, actor, ...(token && { token: { id: token.id, name: token.name } }), verb, subject: { type, id }, before, after, instanceHead,
  })
}

/** SHA-256, in lower-case hexadecimal, over the previous event's hash and this one's body. */
export function linkHash(previousHash: string, body: string): string {
  return createHash('sha256').update(`${previousHash}\n${body}`, 'utf8').digest('hex')
}

/**
 * Whether `events`, a whole chain by ascending number, are the ones that were linked up to `head`. An event beyond
 * the head does not belong to it: read both in one transaction.
 */
export function verifyChain(events: Iterable<ChainedEvent>, head: ChainHead): ChainVerification {
  const rows = [...events]
  const walk = new ChainWalk(head)
  for (const row of rows) {
    const broken = walk.step(row)
    if (broken?.reason === 'missing' && rows.some(other => other.number === broken.number)) return { ...broken, reason: 'reordered' }
    if (broken) return broken
  }
  return walk.end()
}

type BrokenChain = Extract<ChainVerification, { holds: false }>

/** The same for a chain that is too long to be held at once: each event in turn, then the end. */
export class ChainWalk {
  private last: ChainHead = { number: 0, hash: genesisHash }
  private chain: string | null = null

  constructor(private readonly head: ChainHead) {}

  /** What is broken at this event; null where it follows the one before. */
  step(event: ChainedEvent): BrokenChain | null {
    const number = this.last.number + 1
    const broken = (reason: ChainBreak): BrokenChain => ({ holds: false, number, reason })
    this.chain ??= event.chain
    if (event.number !== number) return broken('missing')
    if (number > this.head.number) return broken('relinked')
    const written = columnsOf(event.body)
    if (written === null) return broken('edited')
    if (written.number !== number) return broken('reordered')
    if (written.chain !== event.chain || event.chain !== this.chain) return broken('relinked')
    if (linkHash(this.last.hash, event.body) !== event.hash) return broken('edited')
    this.last = { number, hash: event.hash }
    return null
  }

  /** Whether the events that were walked lead to the head. */
  end(): ChainVerification {
    const { head, last } = this
    if (last.number < head.number) return { holds: false, number: last.number + 1, reason: 'truncated' }
    return last.hash === head.hash ? { holds: true } : { holds: false, number: head.number, reason: 'relinked' }
  }
}

/**
 * JSON as RFC 8785 (JCS) writes it: one text for one value. Members stand by the UTF-16 code units of their names,
 * numbers and strings as ECMAScript serialises them. Throws a `TypeError` for what JSON cannot say or would say
 * differently from how it reads: numbers that are not finite, undefined, lone surrogates, objects other than plain
 * ones (a `Date` is written by its owner), circles.
 */
export function canonicalJson(value: unknown): string {
  return serialize(value, [])
}

function serialize(value: unknown, within: readonly object[]): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return serializeString(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new TypeError(`not a JSON value: ${typeof value}`)
  if (within.includes(value)) throw new TypeError('not a JSON value: a circle')

  const inside = [...within, value]
  // `Array.from` and not `map`, which would pass over holes.
  if (Array.isArray(value)) return `[${Array.from(value, one => serialize(one, inside)).join(',')}]`
  if (!isPlain(value)) throw new TypeError('not a JSON value: an object of a class')
  const members = Object.keys(value)
    .sort()
    .map(name => `${serializeString(name)}:${serialize((value as Record<string, unknown>)[name], inside)}`)
  return `{${members.join(',')}}`
}

function serializeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('not a JSON string: a lone surrogate')
  return JSON.stringify(text)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0
}

/** The columns that a body repeats, or null where it is not the text of an event. */
function columnsOf(body: string): { chain: unknown; number: unknown } | null {
  try {
    const { chain, number } = JSON.parse(body)
    return { chain, number }
  } catch {
    return null
  }
}

function isInstant(text: string): boolean {
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text
}
