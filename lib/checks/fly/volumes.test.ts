import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { volumes } from './volumes'

const growth = 'auto_extend_size_threshold = 80\nauto_extend_size_increment = "5GB"\nauto_extend_size_limit = "50GB"\n'
const mounts = (...lines: string[]) => `[mounts]\nsource = "data"\n${lines.join('\n')}`

test.each([
  ['snapshots that are kept and room to grow', mounts('snapshot_retention = 14', growth), []],
  ['the same in a list', `[[mounts]]\nsource = "data"\nsnapshot_retention = 14\n${growth}`, []],
  ['nothing said', mounts(), ['no-growth 2:1', 'no-retention 2:1']],
  ['nothing said under the older name', '[mount]\nsource = "data"', ['no-growth 2:1', 'no-retention 2:1']],
  ['no snapshots', mounts('scheduled_snapshots = false', growth), ['no-snapshots 4:1']],
  ['snapshots kept too long', mounts('snapshot_retention = 90', growth), ['refused 4:1']],
  ['growth without an end', mounts('snapshot_retention = 14', 'auto_extend_size_threshold = 80', 'auto_extend_size_increment = "1GB"'), ['no-limit 5:1']],
  ['growth by nothing', mounts('snapshot_retention = 14', 'auto_extend_size_threshold = 80', 'auto_extend_size_limit = "50GB"'), ['refused 2:1']],
  ['growth that comes too soon', mounts('snapshot_retention = 14', growth.replace('80', '20')), ['refused 5:1']],
  ['growth by more than there may be', mounts('snapshot_retention = 14', growth.replace('5GB', '1TB')), ['refused 6:1']],
  ['no volume', '[env]\nA = "1"', ['no-volume 1:1']],
])('%s', (_, text, expected) => {
  expect(found(volumes, `app = "portal"\n${text}`).sort()).toEqual(expected.sort())
})
