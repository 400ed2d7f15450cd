import { expect, test } from 'vitest'
import { durationOf } from './duration'

test.each([
  ['15s', 15], ['1m', 60], ['1h30m', 5_400], ['500ms', 0.5], ['1y2w3d', 31_536_000 + 2 * 604_800 + 3 * 86_400], ['0', 0], ['0s', 0],
  ['', null], ['15', null], ['1.5h', null], ['-5s', null], ['5 s', null], ['5m1h', null], ['5S', null],
])('%s', (text, seconds) => {
  expect(durationOf(text)).toBe(seconds)
})
