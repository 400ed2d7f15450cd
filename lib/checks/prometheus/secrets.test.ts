import { expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { runChecks } from '../run'
import { found } from '../testing/found'
import { secrets } from './secrets'

const remote = (...lines: string[]) => `remote_write:\n  - url: https://store.example.org/push\n${lines.map(line => `    ${line}\n`).join('')}`

test.each([
  ['a password in the file', remote('basic_auth:', '  username: me', '  password: hunter2'), ['plain-text 5:7']],
  ['a password in another file', remote('basic_auth:', '  username: me', '  password_file: /run/secrets/store'), []],
  ['a token', remote('authorization: { credentials: abc123 }'), ['plain-text 3:22']],
  ['a token that is a number', remote('bearer_token: 12345'), ['plain-text 3:5']],
  ['a token among the parameters', 'scrape_configs:\n  - job_name: a\n    params: { token: [abc] }\n', ['plain-text 3:23']],
  ['what is to be filled in', remote('basic_auth: { password: <YOUR_PASSWORD> }'), ['placeholder 3:19']],
  ['a variable, which Prometheus does not put in', remote("bearer_token: '${TOKEN}'"), ['placeholder 3:5']],
  ['a configuration as Prometheus shows it', remote('bearer_token: <secret>'), ['read-back 3:5']],
  ['a password in an address', 'remote_write:\n  - url: https://me:hunter2@store.example.org/push\n', ['in-url 2:5']],
  ['a key of a known shape where none is asked for', remote("headers: { X-Key: 'glpat-abcdefghij0123456789' }"), ['plain-text 3:16']],
  ['none', remote(), []],
])('%s', (_, text, expected) => {
  expect(found(secrets, text)).toEqual(expected)
})

test('no secret is repeated in what is found, whatever checks find it', () => {
  const text = `${remote('basic_auth: { password: hunter2 }')}  - url: https://me:hunter3@store.example.org/push\n`
  const report = JSON.stringify(runChecks([{ name: 'a', bytes: new TextEncoder().encode(text) }], emptyBaseline, '2026-11-26'))
  expect(report).toContain('plain-text')
  expect(report).toContain('in-url')
  expect(report).not.toMatch(/hunter/)
})
