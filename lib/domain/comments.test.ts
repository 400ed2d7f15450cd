import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentParts, mentionedIn, mentionToken, type CommentPart } from './comments'

const ana = '01935b7e-8f3a-7c61-9d2b-0a1b2c3d4e5f'
const luis = '01935b7e-8f3a-7c61-9d2b-0a1b2c3d4e60'

const links = (body: string) => commentParts(body).flatMap(part => (part.kind === 'link' ? part.text : []))
const written = (part: CommentPart) => (part.kind === 'mention' ? mentionToken(part.userId) : part.text)

describe('links', () => {
  test.each([
    ['see https://example.org/a?b=c#d', ['https://example.org/a?b=c#d']],
    ['(at http://example.org/x).', ['http://example.org/x']],
    ['https://example.org/wiki/Go_(game), then', ['https://example.org/wiki/Go_(game)']],
    ['“https://example.org/y”…', ['https://example.org/y']],
    ['HTTPS://EXAMPLE.ORG', ['HTTPS://EXAMPLE.ORG']],
    ['javascript:alert(1) data:text/html,x ftp://example.org //example.org', []],
    ['https:// and http://[', []],
    ['<a href="https://example.org/z">z</a>', ['https://example.org/z']],
  ])('%s', (body, expected) => expect(links(body)).toEqual(expected))

  test('lead nowhere but to the web', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('http', 'https', '://', 'javascript:', '@', 'a', '.', '/', ' ', '"', '<', '[') }), body => {
      for (const part of commentParts(body))
        if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\//)
    }))
  })
})

describe('mentions', () => {
  test('are ids, each once', () => {
    const body = `${mentionToken(luis)} and ${mentionToken(ana)}, ${mentionToken(luis)}!`
    expect(mentionedIn(body)).toEqual([luis, ana])
    expect(commentParts(body).map(part => part.kind)).toEqual(['mention', 'text', 'mention', 'text', 'mention', 'text'])
  })

  test.each(['@ana', '@[ana]', `[${ana}]`, `@[${ana}`])('%s is none', body => {
    expect(mentionedIn(body)).toEqual([])
    expect(commentParts(body)).toEqual([{ kind: 'text', text: body }])
  })
})

test('the pieces are the whole text and nothing else', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 5 }), fc.constantFrom(ana, luis).map(mentionToken),
    fc.constantFrom('https://example.org/a(b)', 'http://example.org', 'https://', 'HTTP://x', '\n', ' ', '(', ')', '.', '<b>', '@[', 'ñ😀'),
  )
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
    const body = pieces.join('')
    expect(commentParts(body).map(written).join('')).toBe(body)
  }))
})
