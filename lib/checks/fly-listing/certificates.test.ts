import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { certificates } from './certificates'

const old = (...ends: [type: string, ExpiresAt: string][]) =>
  ({ Hostname: 'portal.example.org', ClientStatus: 'Ready', Issued: { Nodes: ends.map(([Type, ExpiresAt]) => ({ Type, ExpiresAt })) } })
const recent = (more: Record<string, unknown>) => ({ hostname: 'portal.example.org', configured: true, acme_requested: true, status: 'active', ...more })
const keysOf = (value: unknown, baseline = governmentBaseline) => found(certificates, JSON.stringify(value), { baseline }).map(one => one.split(' ')[0])

test.each([
  ['one that holds', old(['rsa', '2027-01-30T00:00:00Z'], ['ecdsa', '2027-01-30T00:00:00Z']), []],
  ['21 days left: the last that are enough', old(['rsa', '2026-12-17T00:00:00Z']), []],
  ['20 days left', old(['rsa', '2026-12-16T00:00:00Z']), ['expiring']],
  ['over', old(['rsa', '2026-11-25T00:00:00Z']), ['expired']],
  ['renewed: the old one is over, the new one holds', old(['rsa', '2026-11-25T00:00:00Z'], ['rsa', '2027-01-30T00:00:00Z']), []],
  ['one of its keys not renewed', old(['rsa', '2026-11-25T00:00:00Z'], ['ecdsa', '2027-01-30T00:00:00Z']), ['expired']],
  ['a date that is none', old(['rsa', 'soon']), ['impossible']],
  ['a list, which says no end', [{ Hostname: 'a.example.org', ClientStatus: 'Ready', CreatedAt: '2026-01-01T00:00:00Z' }], ['no-end']],
  ['waiting', [{ Hostname: 'a.example.org', ClientStatus: 'Awaiting configuration', CreatedAt: '2026-01-01T00:00:00Z' }], ['not-issued']],
  ['of newer flyctl', recent({ certificates: [{ source: 'fly', status: 'active', expires_at: '2027-01-30T00:00:00Z', issued: [] }] }), []],
  ['of newer flyctl, each of its keys', recent({ certificates: [{ status: 'active', issued: [{ type: 'rsa', expires_at: '2026-12-01T00:00:00Z' }] }] }), ['expiring']],
  ['not configured', recent({ configured: false, status: 'pending_ownership', certificates: [] }), ['not-issued']],
  ['configured, and no certificate that is in service', recent({ certificates: [{ status: 'pending', expires_at: '2027-01-30T00:00:00Z', issued: [] }] }), ['no-end']],
  ['no status', { hostname: 'a.example.org', configured: null, acme_requested: true }, ['no-end', 'no-status']],
])('%s', (_, value, expected) => {
  expect(keysOf(value).sort()).toEqual(expected)
})

test('without a target, what is over is over all the same', () => {
  expect(keysOf(old(['rsa', '2026-11-25T00:00:00Z']), { ...governmentBaseline, certificateDays: null })).toEqual(['no-target', 'expired'])
})
