import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { snapshotAge } from './snapshot-age'

const snapshot = (created_at: unknown, status = 'created') => ({ id: 'vs_1', size: 1, digest: '', created_at, status, retention_days: 5 })
const keysOf = (items: unknown, baseline = governmentBaseline) =>
  found(snapshotAge, JSON.stringify(items), { baseline }).map(one => one.split(' ')[0])

test.each([
  ['of today', [snapshot('2026-11-26T00:00:00Z')], []],
  ['of this night, which is tomorrow in UTC', [snapshot('2026-11-27T01:00:00Z')], []],
  ['of yesterday: more than a day or less', [snapshot('2026-11-25T10:00:00Z')], ['cannot-tell']],
  ['of the day before', [snapshot('2026-11-24T23:00:00Z')], ['old']],
  ['the newest counts, whatever the order', [snapshot('2026-11-26T09:00:00Z'), snapshot('2026-11-20T09:00:00Z')], []],
  ['the newest is still running', [snapshot('2026-11-20T09:00:00Z'), snapshot('2026-11-26T09:00:00Z', 'running')], ['old']],
  ['none is complete', [snapshot('2026-11-26T09:00:00Z', 'failed')], ['none-complete']],
  ['a date to come', [snapshot('2027-11-26T09:00:00Z')], ['impossible']],
  ['no date', [snapshot(null)], ['impossible']],
])('%s', (_, items, expected) => {
  expect(keysOf(items)).toEqual(expected)
})

test('within a week, yesterday is no question', () => {
  expect(keysOf([snapshot('2026-11-25T10:00:00Z')], { ...governmentBaseline, snapshotMinutes: 10_080 })).toEqual([])
})

test('without a target nothing can be told', () => {
  expect(keysOf([snapshot('2020-01-01T00:00:00Z')], { ...governmentBaseline, snapshotMinutes: null })).toEqual(['no-target'])
})
