import { expect, test } from 'vitest'
import { instantOf } from './instant'

test.each([
  ['2026-11-20T14:00:00Z', { at: Date.UTC(2026, 10, 20, 14), day: '2026-11-20' }],
  ['2026-11-20T14:00:00.123456789Z', { at: Date.UTC(2026, 10, 20, 14, 0, 0, 123), day: '2026-11-20' }],
  ['2026-11-20T23:00:00-03:00', { at: Date.UTC(2026, 10, 21, 2), day: '2026-11-20' }],
  ['2026-11-20 14:00:00 +00:00', { at: Date.UTC(2026, 10, 20, 14), day: '2026-11-20' }],
  ['0001-01-01T00:00:00Z', null], ['2026-02-31T00:00:00Z', null], ['2026-11-20T25:00:00Z', null], ['2026-11-20', null], ['2026-11-20T14:00:00', null],
  ['yesterday', null], [undefined, null],
])('%s', (text, expected) => {
  expect(instantOf(text)).toEqual(expected)
})
