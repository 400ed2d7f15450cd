import { expect, test } from 'vitest'
import { foundIn, probeResult } from '../testing/probe-result'
import { headers } from './headers'

const hsts = (maxAge: number | null, includeSubDomains = true) => ({ strictTransportSecurity: { value: '', maxAge, includeSubDomains, preload: false } })
const json = { contentType: 'application/json', contentSecurityPolicy: null, referrerPolicy: null }

test.each<[string, object, string[]]>([
  ['all of them', {}, []],
  ['no HSTS', { strictTransportSecurity: null }, ['no-hsts']],
  ['HSTS without a time', hsts(null), ['invalid-hsts']],
  ['HSTS that is taken back', hsts(0), ['short-hsts']],
  ['HSTS of 180 days', hsts(15_552_000), ['short-hsts']],
  ['HSTS of a year less a second', hsts(31_535_999), ['short-hsts']],
  ['HSTS of the host alone', hsts(63_072_000, false), ['host-alone']],
  ['frames forbidden by the older header', { contentSecurityPolicy: "default-src 'self'", frameOptions: 'SAMEORIGIN' }, []],
  ['frames left open', { contentSecurityPolicy: "default-src 'self'" }, ['missing']],
  ['a value that browsers pass over', { contentSecurityPolicy: "default-src 'self'", frameOptions: 'ALLOW-FROM https://example.org' }, ['missing']],
  ['a second policy that says who may frame', { contentSecurityPolicy: "default-src 'self', frame-ancestors 'none'" }, []],
  ['no policy', { contentSecurityPolicy: null, frameOptions: 'DENY' }, ['missing']],
  ['types guessed', { contentTypeOptions: null }, ['missing']],
  ['no policy of referrers', { referrerPolicy: null }, ['no-referrer-policy']],
  ['an API, which has no pages', json, []],
  ['an API whose types are guessed', { ...json, contentTypeOptions: 'sniff' }, ['missing']],
  ['a redirect to the page', { ...json, status: 302 }, ['no-page']],
  ['an API that has nothing at its root', { ...json, status: 404, strictTransportSecurity: null }, ['no-hsts', 'no-page']],
  ['a server in trouble, whose headers are another\'s', { ...json, status: 502, strictTransportSecurity: null, contentTypeOptions: null }, ['no-page']],
  ['software with its version', { server: 'nginx/1.18.0 (Ubuntu)', poweredBy: 'PHP/8.1.2' }, ['discloses', 'discloses']],
  ['software without', { server: 'Fly/2f3a1c', poweredBy: 'Express' }, []],
  ['nothing seen', { path: '/', error: 'ECONNRESET' }, ['unmeasured']],
])('%s', (_, changes, expected) => {
  expect(foundIn(headers, probeResult({ headers: changes }))).toEqual(expected.map(key => `${key} "headers": {`))
})
