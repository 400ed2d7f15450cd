import { expect, test } from 'vitest'
import { foundIn, probeResult } from '../testing/probe-result'
import { https } from './https'

const at = '"http": {'

test.each<[string, object, string[]]>([
  ['a redirect to the same host', {}, []],
  ['a temporary one', { status: 302 }, []],
  ['one to another port of the host', { location: 'https://PORTAL.example.org:8443/' }, []],
  ['one to another host', { location: 'https://www.example.org/' }, [`other-host ${at}`]],
  ['one to a host that begins with the name', { location: 'https://portal.example.org.attacker.example/' }, [`other-host ${at}`]],
  ['one to HTTP', { location: 'http://www.portal.example.org/' }, [`plain-redirect ${at}`]],
  ['one to nowhere', { location: null }, [`no-redirect ${at}`]],
  ['a page', { status: 200, location: null }, [`no-redirect ${at}`]],
  ['a page that names a place and does not send there', { status: 200 }, [`no-redirect ${at}`]],
  ['an API that has nothing at its root', { status: 404, location: null }, [`no-redirect ${at}`]],
  ['an answer that was not modified', { status: 304 }, [`no-redirect ${at}`]],
  ['a server in trouble', { status: 503, location: null }, [`no-answer ${at}`]],
  ['too many calls', { status: 429, location: null }, [`no-answer ${at}`]],
  ['a closed port', { port: 80, error: 'ECONNREFUSED' }, [`closed ${at}`]],
  ['a port that does not answer', { port: 80, error: 'timeout' }, [`unmeasured ${at}`]],
])('%s', (_, http, expected) => {
  expect(foundIn(https, probeResult({ http }))).toEqual(expected)
})

test('an address is a host too', () => {
  expect(foundIn(https, probeResult({ http: { location: 'https://[2001:db8::1]/' } }, { host: '2001:db8::1' }))).toEqual([])
})
