import { expect, test } from 'vitest'
import { foundIn, probeResult } from '../testing/probe-result'
import { freshness } from './freshness'

const measured = (at: string) => probeResult({}, { at })

test.each([
  ['today', '2026-11-26T12:00:00.000Z', 'measured'],
  ['a year ago, which validity decides upon', '2025-11-26T12:00:00.000Z', 'measured'],
  ['this evening in the Americas, tomorrow by UTC', '2026-11-27T02:00:00.000Z', 'measured'],
  ['the day after tomorrow', '2026-11-28T00:00:00.000Z', 'future'],
])('%s', (_, at, key) => {
  expect(foundIn(freshness, measured(at), { today: '2026-11-26' })).toEqual([`${key} "at": "${at}",`])
})
