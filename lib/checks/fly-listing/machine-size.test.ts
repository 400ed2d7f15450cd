import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { machineSize } from './machine-size'
import { machine } from './testing'

const both = [machine(), machine({ region: 'gru' })]

test.each([
  ['alike, with swap', both, ['size']],
  ['no swap', [machine({ swap: 0 })], ['no-swap', 'size']],
  ['the smallest there is', [machine({ memory: 256 })], ['size', 'smallest']],
  ['of different sizes', [machine(), machine({ memory: 512 })], ['size', 'size', 'uneven']],
  ['of different groups', [machine(), machine({ memory: 512, group: 'worker' })], ['size', 'size']],
  ['one stopped', [machine(), machine({ state: 'stopped' })], ['size', 'stopped']],
  ['all stopped', [machine({ state: 'stopped' })], ['none-started', 'size']],
  ['on a host that cannot be reached', [machine(), machine({ config: null })], ['no-size', 'size']],
  ['on a host that is known in part', [machine({ config: null, incomplete_config: { init: { swap_size_mb: 512 }, guest: { cpu_kind: 'shared', cpus: 1, memory_mb: 512 } } })], ['size']],
  ['a size that cannot be', [machine({ memory: -1 })], ['no-size']],
])('%s', (_, items, expected) => {
  expect(found(machineSize, JSON.stringify(items)).map(one => one.split(' ')[0]).sort()).toEqual(expected)
})
