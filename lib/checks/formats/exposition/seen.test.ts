import { expect, test } from 'vitest'
import { Seen } from './seen'

test('each pair is new once, through as much growing as it takes', () => {
  const seen = new Seen(100_000)
  const pairs = Array.from({ length: 50_000 }, (_, at) => [Math.imul(at, 0x9e3779b1), at % 7] as const)
  expect(pairs.every(([low, high]) => seen.add(low, high) === 'new')).toBe(true)
  expect(pairs.every(([low, high]) => seen.add(low, high) === 'known')).toBe(true)
})

test('two zeros are a pair like any other', () => {
  const seen = new Seen(10)
  expect([seen.add(0, 0), seen.add(0, 0)]).toEqual(['new', 'known'])
})

test('past its limit it knows what it knew, and tells nothing of the rest', () => {
  const seen = new Seen(2)
  expect([seen.add(1, 1), seen.add(2, 2), seen.add(3, 3), seen.add(1, 1), seen.add(3, 3)]).toEqual(['new', 'new', 'full', 'known', 'full'])
})
