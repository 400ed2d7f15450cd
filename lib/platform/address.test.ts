import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './address'

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

describe('clientAddress', () => {
  const proxies = ['10.0.0.0/8', '192.168.1.7', 'fd00::/8', '::1']
  test.each<[string, string, string | undefined, string]>([
    ['nobody forwarded', '203.0.113.5', undefined, '203.0.113.5'],
    ['a header of a stranger counts for nothing', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['one proxy', '10.1.2.3', '203.0.113.5', '203.0.113.5'],
    ['a forged hop left of the true one', '10.1.2.3', '198.51.100.1, 203.0.113.5', '203.0.113.5'],
    ['two proxies', '192.168.1.7', '198.51.100.1, 203.0.113.5, 10.9.9.9', '203.0.113.5'],
    ['every hop is trusted: the leftmost', '10.1.2.3', '10.0.0.1, 10.0.0.2', '10.0.0.1'],
    ['an IPv4 proxy on a socket of both families', '::ffff:10.1.2.3', '203.0.113.5', '203.0.113.5'],
    ['the same in hexadecimal', '::ffff:a01:203', '203.0.113.5', '203.0.113.5'],
    ['IPv6 throughout', '::1', '2001:DB8:0::9, fd12::1', '2001:db8::9'],
    ['a mapped address is given as IPv4', '::ffff:203.0.113.5', undefined, '203.0.113.5'],
    ['a port behind IPv4', '10.1.2.3', '203.0.113.5:4711', '203.0.113.5'],
    ['brackets and port around IPv6', '10.1.2.3', '[2001:db8::9]:443', '2001:db8::9'],
    ['a zone', 'fe80::1%eth0', undefined, 'fe80::1'],
    ['rubbish ends the chain at who passed it on', '10.1.2.3', '203.0.113.5, unknown', '10.1.2.3'],
    ['an empty header', '10.1.2.3', '', '10.1.2.3'],
  ])('%s', (_, remote, forwarded, expected) => {
    expect(clientAddress(request(remote, forwarded), proxies)).toBe(expected)
  })

  test('no proxy is trusted: the header is never read', () => {
    expect(clientAddress(request('10.1.2.3', '203.0.113.5'), [])).toBe('10.1.2.3')
  })

  test('a connection that is gone has no address', () => {
    expect(clientAddress(request(undefined, '203.0.113.5'), proxies)).toBe('')
  })

  test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129'])('%s is refused', entry => {
    expect(() => clientAddress(request('10.1.2.3'), [entry])).toThrow(`TRUSTED_PROXIES: ${entry}`)
  })
})
