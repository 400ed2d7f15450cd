import { expect, test } from 'vitest'
import { goDuration } from './go-duration'

test.each([
  ['30s', 30_000], ['1m21s', 81_000], ['1h', 3_600_000], ['500ms', 500], ['1.5s', 1_500], ['0s', 0], ['2h45m30s', 9_930_000],
  ['', null], ['30', null], ['1 m', null], ['1d', null], ['-5s', null], ['soon', null], ['1m'.repeat(100), null],
])('%s', (text, milliseconds) => {
  expect(goDuration(text)).toBe(milliseconds)
})
