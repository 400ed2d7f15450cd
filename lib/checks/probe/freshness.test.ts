import { expect, test } from 'vitest'
import { foundIn, probeResult } from '../testing/probe-result'
import { freshness } from './freshness'

const measured = (at: string) => probeResult({}, { at })

test.each([
  ['today', '2026-11-26T12:00:00.000Z', 'measured'],
  ['ninety days ago, upon which validity decides', '2026-08-28T12:00:00.000Z', 'measured'],
  ['longer ago than any proof holds', '2026-08-27T12:00:00.000Z', 'old'],
  ['this evening in the Americas, tomorrow by UTC', '2026-11-27T02:00:00.000Z', 'measured'],
  ['the day after tomorrow', '2026-11-28T00:00:00.000Z', 'future'],
])('%s', (_, at, key) => {
  expect(foundIn(freshness, measured(at), { today: '2026-11-26' })).toEqual([`${key} "at": "${at}",`])
})
