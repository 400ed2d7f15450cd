import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { secretAge } from './secret-age'

const secret = (more: Record<string, unknown>) => ({ name: 'JWT_KEY', digest: '0123456789abcdef', ...more })
const keysOf = (items: unknown, baseline = governmentBaseline) =>
  found(secretAge, JSON.stringify(items), { baseline }).map(one => one.split(' ')[0])

test.each([
  ['set today', [secret({ CreatedAt: '2026-11-26T10:00:00Z' })], []],
  ['90 days ago: the last day', [secret({ CreatedAt: '2026-08-28T10:00:00Z' })], []],
  ['91 days ago', [secret({ CreatedAt: '2026-08-27T10:00:00Z' })], ['old']],
  ['made long ago, set anew', { secrets: [secret({ created_at: '2024-01-01T00:00:00Z', updated_at: '2026-11-01T00:00:00Z' })] }, []],
  ['no dates, as newer flyctl lists, said once', [secret({ status: 'Deployed' }), secret({ status: 'Staged' })], ['undated']],
  ['a date to come', [secret({ CreatedAt: '2027-11-26T10:00:00Z' })], ['impossible']],
  ['the zero time', [secret({ CreatedAt: '0001-01-01T00:00:00Z' })], ['impossible']],
  ['a date of one, none of another', [secret({ CreatedAt: '2020-01-01T00:00:00Z' }), secret({})], ['old', 'undated']],
])('%s', (_, items, expected) => {
  expect(keysOf(items).sort()).toEqual(expected)
})

test('without a target nothing can be told', () => {
  expect(keysOf([secret({ CreatedAt: '2020-01-01T00:00:00Z' })], { ...governmentBaseline, secretRotationDays: null })).toEqual(['no-target'])
})
