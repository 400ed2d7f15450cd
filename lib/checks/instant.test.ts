import { expect, test } from 'vitest'
import { dayOf, instantOf } from './instant'

test.each([
  ['2025-10-16T03:35:02.53046848Z', '2025-10-16'],
  ['2025-10-16T23:35:02-03:00', '2025-10-17'],
  ['2025-10-16T23:35:02-0300', '2025-10-17'],
  ['2025-10-16T23:35:02', '2025-10-16'],
  ['2025-10-16 23:35:02 UTC', '2025-10-16'],
])('%s is of %s', (text, day) => {
  expect(dayOf(instantOf(text) ?? 0)).toBe(day)
})

test.each([
  ['nothing', undefined], ['a word', 'yesterday'], ['a day that does not exist', '2026-02-31T00:00:00Z'],
  ['an hour that does not exist', '2026-02-01T25:00:00Z'], ['the zero time of Go', '0001-01-01T00:00:00Z'], ['a day alone', '2026-02-01'],
])('%s is no instant', (_, text) => {
  expect(instantOf(text)).toBeNull()
})
