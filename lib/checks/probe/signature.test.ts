import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '@/lib/domain/audit-chain'
import { emptyBaseline } from '@/lib/domain/baseline'
import { fingerprintOf } from '@/lib/domain/probe'
import { runChecks } from '../run'
import { secretsIn } from '../secrets'
import { foundIn, probeResult } from '../testing/probe-result'
import { signature } from './signature'

const text = probeResult()
const { signature: signed, ...content } = JSON.parse(text)
const withSignature = (changed: object) => JSON.stringify({ ...content, signature: { ...signed, ...changed } }, null, 2)
const someoneElse = generateKeyPairSync('ed25519')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const spki = (key: typeof rsa.publicKey) => key.export({ type: 'spki', format: 'der' }).toString('base64')

test.each<[string, string, string[]]>([
  ['as it was written', text, ['signed-by "signature": {']],
  ['formatted and ordered anew', JSON.stringify({ signature: signed, ...content, measured: Object.fromEntries(Object.entries(content.measured).reverse()) }), [expect.stringMatching(/^signed-by /)]],
  ['numbers written otherwise', text.replace('"port": 443', '"port": 4.43e2'), ['signed-by "signature": {']],
  ['a measure changed', text.replace('"status": 308', '"status": 301'), ['changed "signature": {']],
  ['a day changed', text.replace('2026-11-20T', '2026-11-21T'), ['changed "signature": {']],
  ['something added that nobody reads', text.replace('"version": 1,', '"version": 1, "note": "hello",'), ['changed "signature": {']],
  ['text that has no canonical form', text.replace('dictamen 0.1.0', '\\ud800'), ['changed "signature": {']],
  ['a member that is called as the prototype', text.replace('"version": 1,', '"version": 1, "__proto__": {},'), ['changed "signature": {']],
  ['no signature', JSON.stringify(content), [expect.stringMatching(/^missing /)]],
  ['an empty signature', withSignature({ value: '' }), ['changed "signature": {']],
  ['the key of somebody else', withSignature({ publicKey: spki(someoneElse.publicKey) }), ['changed "signature": {']],
  ['a key that is none', withSignature({ publicKey: 'AAAA' }), ['unusable "signature": {']],
  ['a key of another kind', withSignature({ publicKey: spki(rsa.publicKey), value: sign('sha256', Buffer.from(canonicalJson(content)), rsa.privateKey).toString('base64') }), ['unusable "signature": {']],
  ['another algorithm', withSignature({ algorithm: 'none' }), ['unusable "signature": {']],
])('%s', (_, result, expected) => {
  expect(foundIn(signature, result)).toEqual(expected)
})

test('the fingerprint of the signer is shown, and what it does not prove', () => {
  const [file] = runChecks([{ name: 'probe.json', bytes: new TextEncoder().encode(text) }], emptyBaseline, '2026-11-26')
  expect(file?.findings.find(({ key }) => key === 'signed-by')).toMatchObject({ severity: 'info', values: { fingerprint: fingerprintOf(signed.publicKey) } })
  expect(fingerprintOf(signed.publicKey)).toMatch(/^[0-9a-f]{64}$/)
})

test('nothing in a result is taken for a secret, which would be covered and break the signature', () => {
  expect(secretsIn(text)).toEqual([])
})
