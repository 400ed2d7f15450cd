import { expect, test } from 'vitest'
import { pem } from '../certificate/fixtures/pem'
import { recognise } from '../recognise'

const read = (text: string) => recognise(new TextEncoder().encode(text))
// Assembled, so that no scanner takes this file for one that holds a key.
const key = (kind: string) => ['-----BEGIN', `${kind}PRIVATE`, 'KEY-----'].join(' ') + '\nMIIB\n' + ['-----END', `${kind}PRIVATE`, 'KEY-----'].join(' ') + '\n'

test.each([
  ['a certificate', pem('portal')],
  ['one after what openssl prints', `subject=CN = portal.example.org\nissuer=CN = Example Issuing CA\n${pem('portal')}`],
  ['one after a comment, with the line ends of Windows', `# portal\r\n${pem('portal').replaceAll('\n', '\r\n')}`],
])('%s', (_, text) => {
  expect(read(text)).toMatchObject({ format: 'pem-certificate', document: { certificates: [{ name: 'portal.example.org', alternativeNames: ['portal.example.org', 'www.portal.example.org'] }] } })
})

test.each([
  ['a private key after the certificate', pem('portal') + key(''), 'private-key', 13],
  ['a private key alone', key('RSA '), 'private-key', 1],
  ['a private key with a password', key('ENCRYPTED '), 'private-key', 1],
  ['a certificate that is cut off', pem('portal').slice(0, 300), 'syntax', 1],
  ['one that was changed', pem('portal').replace('MIIB', 'AAAA'), 'syntax', 1],
  ['a store of authorities', pem('root').repeat(51), 'too-many-values', 551],
])('%s is refused', (_, text, reason, line) => {
  expect(read(text)).toMatchObject({ format: 'pem-certificate', problems: [{ reason, place: { line } }] })
})

test.each([
  ['a certificate within YAML', `tls:\n  crt: |\n${pem('portal').replace(/^/gm, '    ')}`],
  ['a public key', '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n'],
])('%s is none', (_, text) => {
  expect(read(text)?.format ?? null).toBeNull()
})
