import { expect, test } from 'vitest'
import type { VersionOffer } from '@/lib/domain/probe'
import { foundIn, probeResult } from '../testing/probe-result'
import { tls } from './tls'

const yes: VersionOffer = { offer: 'accepted', reason: null }
const no: VersionOffer = { offer: 'refused', reason: null }
const unknown: VersionOffer = { offer: 'unknown', reason: 'timeout' }
const otherwise: VersionOffer = { offer: 'refused', reason: 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE' }
const offered = 'offered "tls": {'

test.each<[string, VersionOffer[], string[]]>([
  ['1.2 and 1.3', [no, no, yes, yes], [offered]],
  ['1.2 alone', [no, no, yes, no], [offered]],
  ['1.3 alone', [no, no, no, yes], [offered]],
  ['1.1 too', [no, yes, yes, yes], [offered, 'old-version "TLSv1.1": {']],
  ['1.0 that asks for a certificate of the client', [{ offer: 'accepted', reason: 'ECONNRESET' }, no, yes, yes], [offered, 'old-version "TLSv1": {']],
  ['nothing newer than 1.0', [yes, no, no, no], ['no-modern-version "tls": {', offered, 'old-version "TLSv1": {']],
  ['none at all', [no, no, no, no], ['no-modern-version "tls": {']],
  ['1.0 unknown', [unknown, no, yes, yes], [offered, 'unknown "TLSv1": {']],
  ['1.3 unknown beside 1.2', [no, no, yes, unknown], [offered]],
  ['1.3 unknown and 1.2 refused', [no, no, no, unknown], ['unknown "TLSv1.3": {']],
  ['nothing known', [unknown, unknown, unknown, unknown], ['unknown "TLSv1": {', 'unknown "TLSv1.1": {', 'unknown "TLSv1.2": {', 'unknown "TLSv1.3": {']],
  ['1.0 and 1.1 refused for their ciphers', [otherwise, otherwise, yes, yes], [offered, 'refused-otherwise "TLSv1": {', 'refused-otherwise "TLSv1.1": {']],
])('%s', (_, [one, oneOne, oneTwo, oneThree], expected) => {
  const versions = { 'TLSv1': one, 'TLSv1.1': oneOne, 'TLSv1.2': oneTwo, 'TLSv1.3': oneThree }
  expect(foundIn(tls, probeResult({ tls: { versions } })).sort()).toEqual(expected.sort())
})
