import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkWords } from '@/lib/i18n/checks/words'
import { redact, secretKinds, secretsIn, type SecretKind } from './secrets'

// Made up, and assembled when the tests run: no scanner finds a secret in this file.
const letters = 'aB3dE5gH7jK9mN1pQ2sT4vW6yZ8cF0rL'
const of = (length: number) => letters.repeat(10).slice(0, length)
const hex = (length: number) => '0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(10).slice(0, length)
const glue = (...parts: readonly string[]) => parts.join('')
const dashes = '-'.repeat(5)
const keyBlock = (kind = '', line = '\n') =>
  glue(`${dashes}BEGIN `, kind, 'PRIVATE ', `KEY${dashes}`, line, of(64), line, of(64), line, `${dashes}END `, kind, 'PRIVATE ', `KEY${dashes}`)

const values: Partial<Record<SecretKind, readonly string[]>> = {
  'private-key': [keyBlock(), keyBlock('RSA '), keyBlock('OPENSSH '), keyBlock('', '\\n')],
  aws: [glue('AK', 'IA', 'QWERTYUIOPASDFG2')],
  github: [glue('gh', 'p_', of(36)), glue('github', '_pat_', of(60))],
  gitlab: [glue('gl', 'pat-', of(20))],
  slack: [glue('xo', 'xb-', '1234567890-', of(24))],
  google: [glue('AI', 'za', of(35)), glue('GOC', 'SPX-', of(28))],
  stripe: [glue('sk', '_live_', of(24))],
  sendgrid: [glue('S', 'G.', of(22), '.', of(43))],
  telegram: [glue('123456789', ':AA', of(33))],
  fly: [glue('fm', '2_', 'lJPECAAAAAAAAAAA', of(60)), glue('fm', '1r_', of(60))],
  npm: [glue('np', 'm_', of(36))],
  pypi: [glue('py', 'pi-AgE', of(60))],
  docker: [glue('dckr', '_pat_', of(27))],
  digitalocean: [glue('dop', '_v1_', hex(64))],
  ai: [glue('sk-', 'ant-', of(40))],
  grafana: [glue('gl', 'sa_', of(32), '_', hex(8))],
  vault: [glue('hv', 's.', of(24))],
  jwt: [glue('ey', 'JhbGciOiJIUzI1NiJ9', '.', 'ey', 'JzdWIiOiIxMjM0NTY3ODkwIn0', '.', of(43))],
}
const tokens = Object.entries(values).flatMap(([kind, all]) => all.map(value => [kind as SecretKind, value] as const))

/** Secrets that are told by what stands before them. */
const named: readonly (readonly [SecretKind, string, string, string])[] = [
  ['slack', 'url: https://hooks.slack.com/services/', glue('T0123', '/B0123', '/', of(24)), '\n'],
  ['discord', 'https://discord.com/api/webhooks/', glue('123456789012345678', '/', of(68)), ''],
  ['azure', 'DefaultEndpointsProtocol=https;AccountKey=', glue(of(86), '=='), ';'],
  ['authorization', 'Authorization: Bearer ', of(30), '\n'],
  ['url-password', 'DATABASE_URL=postgres://portal:', 'pa55!word', '@db.internal:5432/portal'],
  ['assignment', 'api_key = "', of(32), '"'],
  ['assignment', '"clientSecret": "', of(32), '"'],
  ['assignment', 'AWS_SECRET_ACCESS_KEY=', of(40), '\n'],
  ['assignment', 'DB_PASSWORD=', 'Tr0ub4dor&3', '\n'],
  ['assignment', "password: '", 'c0rrect-Horse', "'"],
  ['assignment', 'contraseña: "', 'c0rrect-Horse', '"'],
  ['assignment', 'CLAVE_API=', of(32), '\n'],
  ['scanner-report', '[{ "RuleID": "generic", "Secret": "', 'whatever it is', '" }]'],
]

describe('finds', () => {
  test.each(tokens)('%s: a token by itself, in JSON, in a variable', (kind, value) => {
    for (const [before, after] of [['', ''], ['{"a": "', '"}'], ['A=', '\n'], ['see ', ', or not']] as const) {
      const [found, ...more] = secretsIn(before + value + after)
      expect(found).toMatchObject({ kind, start: before.length, end: before.length + value.length })
      expect(more).toEqual([])
    }
  })

  test.each(named)('%s after %j', (kind, before, value, after) => {
    expect(secretsIn(before + value + after)).toMatchObject([{ kind, start: before.length, end: before.length + value.length }])
  })

  test('the line and the column, after whatever lines', () => {
    expect(secretsIn(`a: 1\r\nb: 2\n  c: ${values.aws?.[0]}`)[0]?.place).toEqual({ line: 3, column: 6 })
  })

  test('both of the reports of scanners, and what they matched', () => {
    const [secret = ''] = values.npm ?? []
    expect(secretsIn(JSON.stringify([{ RuleID: 'npm', Match: `token = ${secret}`, Secret: secret }])).map(({ kind }) => kind))
      .toEqual(['scanner-report', 'npm'])
  })

  test('one within what looks like another and is none', () => {
    expect(secretsIn(`token: /see?api_key=${of(32)}`)).toMatchObject([{ kind: 'assignment', start: 20 }])
  })

  test('a key that is cut off, and no more than it', () => {
    const text = `${keyBlock().slice(0, 120)}\n`
    expect(redact(text, secretsIn(text))).toBe('[redacted:private-key]\n\n\n')
  })
})

test.each([
  ['placeholders', ['YOUR_API_KEY_123456', 'CAMBIAR_ESTO_123456', 'changeme-12345678', 'xxxxxxxxxxxxxxxx1', '${API_KEY_1234567}', '{{ api_key_12345 }}', '<api-key-1234567>',
    'example-key-123456'].flatMap(value => [`api_key = "${value}"`, `PASSWORD=${value}`])],
  ['the key of the manuals of AWS', [glue('AK', 'IA', 'IOSFODNN7EXAMPLE')]],
  ['filled gaps', [glue('gh', 'p_', 'x'.repeat(36)), glue('AK', 'IA', 'A'.repeat(16))]],
  ['what is about a secret', ['token_count: 1234567890123456', 'secretName: portal-tls-2026-abc1', 'password_file=/run/secrets/db1', 'access_key_id: 1234567890abcdefgh',
    'tokenExpiresAt = "2026-11-26T10:00:00Z"', 'PASSWORD_MIN_LENGTH=12']],
  ['code that fetches one', ['password = os.environ["DB_PASSWORD1"]', 'token = get_token(user1, realm2)', 'password=settings.DB_PASSWORD1', 'secret: process.env.SECRET_KEY1',
    'const apiKey = await loadApiKey1()', 'password = hashlib.sha256', 'secretAccessKey: S3_SECRET_ACCESS_KEY1']],
  ['words', ['password: required', 'token: "mock-token-for-dev"', 'secret = "correct horse"', 'credentials: include']],
  ['addresses without passwords', ['https://example.org:8080/a@b', 'http://localhost:3000', 'docker://alpine:3.19@sha256:abc', 'postgres://postgres:postgres@db/app', 'redis://default:${REDIS_PASSWORD}@cache']],
  ['listings and locks', ['{"name":"STRIPE_SECRET_KEY","digest":"8c1f3a9d2b7e4f60"}', `"integrity": "sha512-${of(86)}=="`, `image: portal@sha256:${hex(64)}`, `rev: ${hex(40)}`]],
  ['what was redacted', ['"RuleID": "a", "Secret": "REDACTED"', '"RuleID": "a", "Match": "key = ****************"', '"RuleID": "a", "Secret": "abcd..."', 'password = "[redacted:assignment]"']],
  ['a key that is only spoken of', [`the line ${dashes}BEGIN RSA PRIVATE`.concat(` KEY${dashes} comes first`), `${dashes}BEGIN PRIVATE`.concat(` KEY${dashes}\n...\n${dashes}END PRIVATE`, ` KEY${dashes}`)]],
])('finds none in %s', (_, texts) => {
  for (const text of texts) expect(secretsIn(text), text).toEqual([])
})

describe('redacts', () => {
  test('to one width whatever the secret was, and keeps what is around it', () => {
    const text = `a: 1\ntoken: ${of(40)}\nb: 2\n`
    expect(redact(text, secretsIn(text))).toBe('a: 1\ntoken: [redacted:assignment]\nb: 2\n')
  })

  test('a key over several lines, and keeps the lines', () => {
    const text = `key: |\r\n${keyBlock('', '\r\n')}\r\nend`
    expect(redact(text, secretsIn(text))).toBe('key: |\r\n[redacted:private-key]\r\n\r\n\r\n\r\nend')
  })

  const piece = fc.oneof(
    fc.constantFrom(...tokens.map(([, value]) => value)),
    fc.constantFrom(...named.map(([, before, value, after]) => before + value + after)),
    fc.constantFrom(' ', '\n', '\r\n', '"', '_', '-', '.', ':', '=', '@', '://', 'password', 'token', '": "', 'Authorization: Bearer ', '[', '\\n'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )

  test('whatever stands beside whatever: no secret is left, no line is lost, and positions are right', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('')
      const found = secretsIn(text)
      for (const [at, { kind, place, start, end }] of found.entries()) {
        expect(secretKinds).toContain(kind)
        expect(end).toBeGreaterThan(start)
        expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0)
        const before = text.slice(0, start).split('\n')
        expect(place).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 })
      }
      const redacted = redact(text, found)
      expect(secretsIn(redacted)).toEqual([])
      expect(redacted.split('\n').length).toBe(text.split('\n').length)
    }), { numRuns: 1_000 })
  }, 60_000)
})

test.each([
  ['tokens without end', 'token'], ['beginnings of tokens', 'eyJ'], ['dots between them', 'eyJ.'], ['addresses', '://a:'], ['beginnings of keys', `${dashes}BEGIN RSA PRIVATE`.concat(` KEY${dashes}`)],
  ['quotes', '"Secret":"'], ['backslashes', '\\'], ['names', 'password='], ['glued tokens', `${glue('gh', 'p_', of(36))}-`], ['spaces', ' '], ['numbers', '1234567890:'],
])('a megabyte does not keep it for long: %s', (_, part) => {
  // Were it to take the square of that, the test would not end.
  expect(Array.isArray(secretsIn(`"RuleID"${part.repeat(Math.ceil(1_000_000 / part.length))}`))).toBe(true)
}, 60_000)

test.each(['es', 'en'] as const)('each kind has its words in %s', language => {
  expect(Object.keys(checkWords('file/secret', language)?.findings ?? {})).toEqual([...secretKinds])
})
