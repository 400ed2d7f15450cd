import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { secureConnections } from './secure-connections'

const remote = (url: string, more = '') => `remote_write:\n  - url: ${url}\n${more}`
const job = (target: string, ...lines: string[]) => `scrape_configs:\n  - job_name: a\n    static_configs: [{ targets: ['${target}'] }]\n${lines.map(line => `    ${line}\n`).join('')}`

test.each([
  ['over TLS', remote('https://store.example.org/push'), []],
  ['in the clear to the outside', remote('http://store.example.org/push'), ['plain-remote 2:5']],
  ['in the clear to a name of the same network', remote('http://cortex:9009/push'), []],
  ['in the clear to a private network', remote('http://store.portal.internal/push') + '  - url: http://10.1.2.3/push\n', []],
  ['certificates that are not verified', remote('https://a.example.org/', '    tls_config: { insecure_skip_verify: true }\n'), ['not-verified 3:19']],
  ['certificates that are, though it is said', remote('https://a.example.org/', '    tls_config: { insecure_skip_verify: false }\n'), []],
  ['not verified by a job', job('a:1', 'tls_config:', '  insecure_skip_verify: true'), ['not-verified 5:7']],
  ['a password in the clear to the outside', job('a.example.org:80', 'basic_auth: { username: me, password_file: p }'), ['plain-credentials 2:5']],
  ['a password within the network', job('a:80', 'basic_auth: { username: me, password_file: p }'), []],
  ['a password over TLS', job('a.example.org:443', 'scheme: https', 'basic_auth: { username: me, password_file: p }'), []],
])('%s', (_, text, expected) => {
  expect(found(secureConnections, text)).toEqual(expected)
})
