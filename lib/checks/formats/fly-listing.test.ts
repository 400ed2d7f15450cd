import { expect, test } from 'vitest'
import { recognise } from '../recognise'

const read = (value: unknown) => recognise(new TextEncoder().encode(JSON.stringify(value)))
const at = '2026-11-20T10:00:00Z'

test.each([
  ['addresses of flyctl', [{ ID: 'ip_1', Address: '66.241.124.1', Type: 'shared_v4', Region: '', CreatedAt: at }], 'fly-ips'],
  ['addresses of GraphQL', [{ id: 'ip_1', address: '66.241.124.1', type: 'shared_v4', region: 'global', createdAt: at }], 'fly-ips'],
  ['addresses of the Machines API', { ips: [{ ip: '66.241.124.1', region: 'global', shared: true, egress: false, created_at: at }] }, 'fly-ips'],
  ['secrets of older flyctl', [{ Name: 'KEY', Digest: '0123456789abcdef', CreatedAt: at }], 'fly-secrets'],
  ['secrets of newer flyctl', [{ name: 'KEY', digest: '0123456789abcdef', status: 'Deployed' }], 'fly-secrets'],
  ['secrets of the Machines API', { secrets: [{ name: 'KEY', digest: '0123456789abcdef', created_at: at, updated_at: at }] }, 'fly-secrets'],
  ['certificates of older flyctl', [{ CreatedAt: at, Hostname: 'portal.example.org', ClientStatus: 'Ready' }], 'fly-certificates'],
  ['certificates of newer flyctl', [{ hostname: 'portal.example.org', status: 'active', configured: true, acme_requested: true }], 'fly-certificates'],
  ['one certificate', { Hostname: 'portal.example.org', ClientStatus: 'Ready', Issued: { Nodes: [] } }, 'fly-certificates'],
  ['one certificate of newer flyctl', { hostname: 'portal.example.org', status: 'active', configured: true, acme_requested: true, certificates: [] }, 'fly-certificates'],
  ['certificates of the Machines API', { certificates: [{ hostname: 'portal.example.org', status: 'active', acme_requested: true }] }, 'fly-certificates'],
  ['machines', [{ id: '148e', name: 'm', state: 'started', region: 'dfw', instance_id: '01', config: {} }], 'fly-machines'],
  ['volumes', [{ id: 'vol_1', name: 'data', size_gb: 1, region: 'dfw', encrypted: true, created_at: at }], 'fly-volumes'],
  ['volumes of older flyctl', [{ id: 'vol_1', App: 'portal', Name: 'data', SizeGb: 1, Region: 'dfw', Encrypted: true, CreatedAt: at }], 'fly-volumes'],
  ['snapshots', [{ id: 'vs_1', size: 1, digest: '', created_at: at, status: 'created', retention_days: 5 }], 'fly-snapshots'],
  ['snapshots of older flyctl', [{ id: 'vs_1', size: 1, digest: 'd', created_at: at }], 'fly-snapshots'],
])('%s', (_, value, format) => {
  expect(read(value)).toMatchObject({ format, document: { items: [{}] } })
})

test.each([
  ['names and digests of something else', [{ name: 'portal', digest: 'sha256:0', tag: 'latest' }]],
  ['regions', [{ code: 'dfw', name: 'Dallas' }]],
  ['numbers', [1, 2]],
  ['a map', { items: [] }],
])('%s are none', (_, value) => {
  expect(read(value)).toBeNull()
})

test('an item of another shape makes a listing unreadable', () => {
  expect(read([{ id: 'vol_1', size_gb: 1, region: 'dfw' }, { id: 'vol_2' }])).toMatchObject({ format: 'fly-volumes', problems: [{ reason: 'shape' }] })
})
