import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found } from '../testing/found'
import { volume } from './testing'
import { volumeSnapshots } from './volume-snapshots'

const keysOf = (items: unknown, baseline = governmentBaseline) =>
  found(volumeSnapshots, JSON.stringify(items), { baseline }).map(one => one.split(' ')[0])

test.each([
  ['daily, kept for two weeks', [volume()], ['kept']],
  ['switched off', [volume({ auto_backup_enabled: false })], ['kept', 'off']],
  ['not said, as by older flyctl', [volume({ auto_backup_enabled: undefined, snapshot_retention: undefined })], ['no-retention', 'unknown']],
  ['kept for no day', [volume({ snapshot_retention: 0 })], ['impossible']],
  ['kept for ever', [volume({ snapshot_retention: 1e9 })], ['impossible']],
])('%s', (_, items, expected) => {
  expect(keysOf(items).sort()).toEqual(expected)
})

test('a snapshot a day is too seldom for a quarter of an hour', () => {
  expect(keysOf([volume()], { ...governmentBaseline, snapshotMinutes: 15 })).toEqual(['too-seldom', 'kept'])
})

test('without a target nothing can be told', () => {
  expect(keysOf([volume()], { ...governmentBaseline, snapshotMinutes: null })).toEqual(['no-target', 'kept'])
})
