import { expect, test } from 'vitest'
import { foundIn, probeResult } from '../testing/probe-result'
import { certificate } from './certificate'

const keys = (changes: object, { today = '2026-11-26', days = 21 as number | null } = {}) =>
  foundIn(certificate, probeResult({ certificate: changes }), { today, baseline: { certificateDays: days } }).map(finding => {
    expect(finding).toMatch(/ "certificate": \{$/)
    return finding.split(' ')[0]
  })

test.each<[string, object, string[]]>([
  ['a good one', {}, ['until']],
  ['one that nobody trusts', { authorized: false, reason: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, ['untrusted', 'until']],
  ['one that is not trusted for no reason', { authorized: false, reason: null }, ['untrusted', 'until']],
  ['one of another name', { authorized: false, reason: 'ERR_TLS_CERT_ALTNAME_INVALID', coversHost: false }, ['other-name', 'until']],
  ['one of another name that nobody trusts either', { authorized: false, reason: 'DEPTH_ZERO_SELF_SIGNED_CERT', coversHost: false }, ['other-name', 'untrusted', 'until']],
  ['a name that the client and the probe judge differently', { authorized: false, reason: 'ERR_TLS_CERT_ALTNAME_INVALID' }, ['untrusted', 'until']],
  ['one that had expired', { authorized: false, reason: 'CERT_HAS_EXPIRED', notAfter: '2026-11-20T14:59:59.000Z' }, ['expired']],
  ['one that had expired and is trusted by its word', { notAfter: '2026-11-01T00:00:00.000Z' }, ['expired']],
  ['one that does not hold yet', { authorized: false, reason: 'CERT_NOT_YET_VALID', notBefore: '2026-11-20T15:00:01.000Z' }, ['not-yet', 'until']],
  ['one of 20 days', { notAfter: '2026-12-10T00:00:00.000Z' }, ['expiring']],
  ['one of 21 days, of which six have passed since', { notAfter: '2026-12-11T00:00:00.000Z' }, ['expiring-since']],
  ['a short key', { key: { type: 'rsa', bits: 1024, curve: null } }, ['until', 'weak-key']],
  ['a long key', { key: { type: 'rsa', bits: 2048, curve: null } }, ['until']],
  ['a short curve', { key: { type: 'ec', bits: 192, curve: 'prime192v1' } }, ['until', 'weak-key']],
  ['a curve that few know', { key: { type: 'ec', bits: 256, curve: 'secp256k1' } }, ['until', 'unknown-key']],
  ['a key of no known length', { key: { type: 'rsa', bits: null, curve: null } }, ['until', 'unknown-key']],
  ['SHA-1', { signatureAlgorithm: 'sha1WithRSAEncryption' }, ['until', 'weak-signature']],
  ['SHA-1 with a curve', { signatureAlgorithm: 'ecdsa-with-SHA1' }, ['until', 'weak-signature']],
  ['MD5', { signatureAlgorithm: 'md5WithRSAEncryption' }, ['until', 'weak-signature']],
  ['SHA-384', { signatureAlgorithm: 'ecdsa-with-SHA384' }, ['until']],
  ['a signature whose hash is not told', { signatureAlgorithm: 'rsassaPss' }, ['until', 'unknown-signature']],
  ['one that was not seen', { error: 'timeout' }, ['unmeasured']],
])('%s', (_, changes, expected) => {
  expect(keys(changes).sort()).toEqual(expected.sort())
})

test('without a number of days in the baseline only what has run out counts', () => {
  expect(keys({ notAfter: '2026-12-10T00:00:00.000Z' }, { days: null })).toEqual(['no-target', 'until'])
  expect(keys({}, { days: null, today: '2027-01-01' })).toEqual(['no-target', 'expiring-since'])
})
