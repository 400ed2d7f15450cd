import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { publicAddresses } from './public-addresses'

const ip = (Address: string, Type: string) => ({ ID: 'ip_1', Address, Type, Region: 'global', CreatedAt: '2026-11-20T10:00:00Z' })
const listing = (...ips: unknown[]) => JSON.stringify(ips)
const flycast = ip('fdaa:0:1::2', 'private_v6')
const shared = ip('66.241.124.1', 'shared_v4')
const app = (services: string) => `app = "portal"\nprimary_region = "dfw"\n${services}`
const web = app('[http_service]\ninternal_port = 8000\nforce_https = true')
const keysOf = (text: string, others = {}) => found(publicAddresses, text, { others }).map(one => one.split(' ')[0])

test.each([
  ['private alone', listing(flycast), {}, []],
  ['what the app calls others from', listing(ip('149.248.1.1', 'egress_v4'), ip('2a09:8280:2::1', 'egress_v6')), {}, []],
  ['shared, and no word of the app', listing(shared), {}, ['public']],
  ['all kinds of public, said once', listing(shared, ip('37.16.1.1', 'v4'), ip('2a09:8280:1::1', 'v6')), {}, ['public']],
  ['an app for the public', listing(shared, flycast), { 'fly.toml': web }, ['web']],
  ['an app that answers nobody', listing(shared), { 'fly.toml': app('[env]\nA = "1"') }, ['needless']],
  ['a database that answers everybody', listing(ip('37.16.1.1', 'v4')), { 'fly.toml': app('[[services]]\ninternal_port = 5432\n[[services.ports]]\nport = 5432\nhandlers = ["pg_tls"]') }, ['other-port']],
  ['a range of ports', listing(shared), { 'fly.toml': app('[[services]]\ninternal_port = 80\n[[services.ports]]\nstart_port = 80\nend_port = 90') }, ['other-port']],
  ['two apps', listing(shared), { a: web, b: web }, ['public']],
  ['a kind not known', listing(ip('1.2.3.4', 'anycast_v9')), {}, ['unknown-kind']],
  ['private in name alone', listing(ip('2a09:8280:1::1', 'private_v6')), {}, ['unknown-kind']],
  ['public in name, private in address', listing(ip('fdaa:0:1::2', 'v6')), {}, []],
  ['as the Machines API has it', JSON.stringify({ ips: [{ ip: '66.241.124.1', shared: true, region: 'global' }, { ip: 'fdaa:0:1::2', shared: false, region: 'global' }] }), {}, ['public']],
])('%s', (_, text, others, expected) => {
  expect(keysOf(text, others)).toEqual(expected)
})
