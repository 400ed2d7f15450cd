import { expect, test } from 'vitest'
import { governmentBaseline } from '../testing/government-baseline'
import { found, saidOfRows } from '../testing/found'
import { machineRegions } from './machine-regions'
import { machine } from './testing'

const both = [machine(), machine({ region: 'gru' })]
const keysOf = (items: unknown, baseline = governmentBaseline) =>
  found(machineRegions, JSON.stringify(items), { baseline }).map(one => one.split(' ')[0])

test.each([
  ['two regions of the baseline', both, []],
  ['a region that it does not name', [...both, machine({ region: 'nrt' })], ['other-region']],
  ['one region', [machine(), machine()], ['one-region']],
  ['destroyed ones do not count', [...both, machine({ region: 'nrt', state: 'destroyed' })], []],
  ['none left', [machine({ state: 'destroyed' })], ['no-machines']],
  ['a region that is none', [...both, machine({ region: 7 })], ['no-region']],
])('%s', (_, items, expected) => {
  expect(keysOf(items)).toEqual(expected)
})

test('without regions in the baseline nothing can be told', () => {
  expect(keysOf(both, { ...governmentBaseline, regions: [] })).toEqual(['no-target'])
})

test.each([
  ['two of three', both, ['as asked', 'as asked', '']],
  ['only one', [machine()], ['one-region', '', '']],
  ['one that is not asked for beside them', [...both, machine({ region: 'nrt' })], ['as asked', 'as asked', '']],
  ['one without a region beside them', [...both, machine({ region: 7 })], ['', '', '']],
])('row by row: %s', (_, items, expected) => {
  expect(saidOfRows(machineRegions, 'regions', JSON.stringify(items), { baseline: governmentBaseline })).toEqual(expected)
})
