import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalJson, eventBody, genesisHash, linkHash, verifyChain, type ChainedEvent, type EventContent,
} from './audit-chain'

const slow = 60_000

const content = (changes: Partial<EventContent> = {}): EventContent => ({
  chain: 'grupo-gad',
  number: 1,
  at: '2026-03-12T13:00:00.000Z',
  actor: 'ana',
  verb: 'item.statusChanged',
  subject: { type: 'item', id: 'DR-01' },
  before: { declaredStatus: 'in_progress' },
  after: { declaredStatus: 'done' },
  instanceHead: null,
  ...changes,
})

describe('canonical JSON', () => {
  test.each<[string, unknown, string]>([
    ['no spaces', { a: [1, null, true, 'b'] }, '{"a":[1,null,true,"b"]}'],
    ['names in order', { b: 1, a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1},"b":1}'],
    // The example of RFC 8785, 3.2.3: by UTF-16 code units, where U+1F600 comes before U+FB33.
    [
      'names by code units',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    [
      'numbers as ECMAScript writes them',
      [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    ],
    ['the shortest escapes', '€$\u000F\nA\'B"\\/\b\u007f', '"€$\\u000f\\nA\'B\\"\\\\/\\b\u007f"'],
    ['a name like the prototype', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    ['the same thing twice', ((one: unknown) => [one, one])({}), '[{},{}]'],
  ])('writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  const circle: unknown[] = []
  circle.push({ circle })
  test.each<[string, unknown]>([
    ['a number that is none', Number.NaN],
    ['infinity', [Infinity]],
    ['undefined', undefined],
    ['undefined in a member', { a: undefined }],
    ['a hole', new Array(1)],
    ['a lone surrogate', '\ud83d'],
    ['a lone surrogate in a name', { '\ude00': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a member named by a symbol', { [Symbol('a')]: 1 }],
    ['a circle', circle],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  test('reads back as what it was, and is one text for one value', () => {
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }), value => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }), { numRuns: 300 })
  }, slow)

  test('does not depend on the order of members', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.integer()), object => {
      expect(canonicalJson(Object.fromEntries(Object.entries(object).reverse()))).toBe(canonicalJson(object))
    }), { numRuns: 300 })
  }, slow)
})

describe('the body of an event', () => {
  test('names the token that a person acted through, and without one is the text that it always was', () => {
    const plain = eventBody(content())
    expect(plain).not.toContain('token')
    const through = { id: 'token-1', name: 'CI', secret: 'never' }
    expect(JSON.parse(eventBody(content({ token: through })))).toEqual({ ...JSON.parse(plain), token: { id: 'token-1', name: 'CI' } })
  })

  test('is its content and nothing else', () => {
    const more = { ...content(), subject: { type: 'item', id: 'DR-01', name: 'Ana' }, ip: '10.0.0.1' }
    expect(eventBody(more)).toBe('{"actor":"ana","after":{"declaredStatus":"done"},"at":"2026-03-12T13:00:00.000Z",'
      + '"before":{"declaredStatus":"in_progress"},"chain":"grupo-gad","instanceHead":null,"number":1,'
      + '"subject":{"id":"DR-01","type":"item"},"verb":"item.statusChanged"}')
  })

  test.each<[string, Partial<EventContent>]>([
    ['a number before the first', { number: 0 }],
    ['half a number', { number: 1.5 }],
    ['a local time', { at: '2026-03-12T13:00:00' }],
    ['another zone', { at: '2026-03-12T13:00:00.000-03:00' }],
    ['a day that is none', { at: '2026-02-30T13:00:00.000Z' }],
    ['a value that JSON has not', { after: undefined }],
  ])('is refused for %s', (_, changes) => {
    expect(() => eventBody(content(changes))).toThrow(TypeError)
  })
})

test('a link is the hash of the one before and the body', () => {
  // printf '%064d\n{}' 0 | sha256sum
  expect(linkHash(genesisHash, '{}')).toBe('5649d09ed68c17156095d175eef152856c5b1a81c117c409c1e00f096aa6838e')
  expect(linkHash(linkHash(genesisHash, '{}'), '{}')).not.toBe(linkHash(genesisHash, '{}'))
})

/** A chain of so many events, with each body as `body` makes it. */
function chainOf(length: number, body = (number: number) => eventBody(content({ number }))): ChainedEvent[] {
  let hash = genesisHash
  return Array.from({ length }, (_, at) => {
    const number = at + 1
    hash = linkHash(hash, body(number))
    return { chain: 'grupo-gad', number, body: body(number), hash }
  })
}

const headOf = (events: readonly ChainedEvent[]) =>
  ({ number: events.length, hash: events.at(-1)?.hash ?? genesisHash })

describe('a chain', () => {
  const five = chainOf(5)
  const head = headOf(five)
  const changed = (number: number, changes: Partial<ChainedEvent>) =>
    five.map(event => event.number === number ? { ...event, ...changes } : event)
  const forged = eventBody(content({ number: 3, after: { declaredStatus: 'not_started' } }))
  const rehashed = { body: forged, hash: linkHash(five[1]?.hash ?? '', forged) }
  const foreign = eventBody(content({ number: 3, chain: 'other' }))
  const renumbered = (events: readonly ChainedEvent[]) => events.map((event, at) => ({ ...event, number: at + 1 }))
  const bodyOf = (number: number) => five[number - 1]?.body ?? ''
  const swapped = [1, 2, 4, 3, 5].flatMap(number => five[number - 1] ?? [])

  test('holds, empty or not', () => {
    expect(verifyChain([], { number: 0, hash: genesisHash })).toEqual({ holds: true })
    expect(verifyChain(five, head)).toEqual({ holds: true })
    expect(verifyChain(new Set(five), head)).toEqual({ holds: true })
  })

  test.each<[string, readonly ChainedEvent[], number, string]>([
    ['an event is gone', five.filter(event => event.number !== 3), 3, 'missing'],
    ['the first is gone', five.slice(1), 1, 'missing'],
    ['the last is gone', five.slice(0, 4), 5, 'truncated'],
    ['all are gone', [], 1, 'truncated'],
    ['a body was changed', changed(3, { body: forged }), 3, 'edited'],
    ['a hash was changed', changed(3, { hash: genesisHash }), 3, 'edited'],
    ['a body and its hash were changed', changed(3, rehashed), 4, 'edited'],
    ['a body is no text of an event', changed(3, { body: 'null' }), 3, 'edited'],
    ['events come in another order', swapped, 3, 'reordered'],
    ['events changed places', renumbered(swapped), 3, 'reordered'],
    ['the rest moved up', renumbered(five.filter(event => event.number !== 3)), 3, 'reordered'],
    ['an event comes twice', [...five.slice(0, 3), ...five.slice(2)], 4, 'reordered'],
    ['all was written anew', chainOf(5, number => number === 3 ? forged : bodyOf(number)), 5, 'relinked'],
    ['an event is of another chain', chainOf(5, number => number === 3 ? foreign : bodyOf(number)), 3, 'relinked'],
    ['a column names another chain', changed(3, { chain: 'other' }), 3, 'relinked'],
    ['events go on behind the head', chainOf(6), 6, 'relinked'],
  ])('is broken where %s', (_, events, number, reason) => {
    expect(verifyChain(events, head)).toEqual({ holds: false, number, reason })
  })

  test('is broken where an empty one has a head', () => {
    const claimed = { number: 0, hash: 'f'.repeat(64) }
    expect(verifyChain([], claimed)).toEqual({ holds: false, number: 0, reason: 'relinked' })
  })

  const chain = fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 8 }).map(afters =>
    chainOf(afters.length, number => eventBody(content({ number, after: afters[number - 1] }))))

  test('holds as it was written', () => {
    fc.assert(fc.property(chain, events => {
      expect(verifyChain(events, headOf(events))).toEqual({ holds: true })
    }), { numRuns: 200 })
  }, slow)

  test('breaks at the event of which one character is another, wherever it stands', () => {
    fc.assert(fc.property(chain, fc.nat(), fc.nat(), fc.constantFrom('body', 'hash'), (events, nth, at, column) => {
      const index = nth % events.length
      const altered = events.map((event, one) => {
        if (one !== index) return event
        const text = event[column as 'body' | 'hash']
        const place = at % text.length
        const other = text[place] === 'x' ? 'y' : 'x'
        return { ...event, [column]: `${text.slice(0, place)}${other}${text.slice(place + 1)}` }
      })
      expect(verifyChain(altered, headOf(events))).toMatchObject({ holds: false, number: index + 1 })
    }), { numRuns: 200 })
  }, slow)

  test('breaks where any event is gone, or two changed places', () => {
    fc.assert(fc.property(chain, fc.nat(), (events, nth) => {
      const index = nth % events.length
      expect(verifyChain(events.toSpliced(index, 1), headOf(events))).toEqual({
        holds: false, number: index + 1, reason: index + 1 === events.length ? 'truncated' : 'missing',
      })
      const [one] = events.slice(index)
      if (one && index > 0) {
        const moved = [one, ...events.toSpliced(index, 1)]
        expect(verifyChain(moved, headOf(events))).toEqual({ holds: false, number: 1, reason: 'reordered' })
      }
    }), { numRuns: 200 })
  }, slow)
})
