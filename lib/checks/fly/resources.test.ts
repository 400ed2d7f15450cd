import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { resources } from './resources'

const swap = 'swap_size_mb = 512\n'

test.each([
  ['enough memory and swap', `${swap}[[vm]]\nmemory = "2gb"`, []],
  ['memory in megabytes', `${swap}[[vm]]\nmemory_mb = 1024\ncpu_kind = "shared"`, []],
  ['memory without a unit', `${swap}[[vm]]\nmemory = 1024`, []],
  ['a preset that is large enough', `${swap}[[vm]]\nsize = "shared-cpu-4x"`, []],
  ['a preset of performance CPUs', `${swap}[vm]\nsize = "performance-1x"`, []],
  ['no swap', '[[vm]]\nmemory = "2gb"', ['no-swap 1:1']],
  ['swap of nothing', 'swap_size_mb = 0\n[[vm]]\nmemory = "2gb"', ['no-swap 2:1']],
  ['a small Machine', `${swap}[[vm]]\nmemory_mb = 512\ncpu_kind = "shared"\ncpus = 1`, ['small 3:1']],
  ['a small preset under an older name', `${swap}[[compute]]\nsize = "shared-cpu-1x"`, ['small 3:1']],
  ['a small preset with more memory', `${swap}[[vm]]\nsize = "shared-cpu-1x"\nmemory = "1gb"`, []],
  ['a size that there is not', `${swap}[[vm]]\nsize = "huge"`, ['unknown-size 4:1']],
  ['no size', `${swap}[env]\nA = "1"`, ['not-set 1:1']],
])('%s', (_, text, expected) => {
  expect(found(resources, `app = "portal"\n${text}`)).toEqual(expected)
})
