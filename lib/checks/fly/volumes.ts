import { check } from '../check'
import type { FlyMount } from '../formats/fly-toml'

// superfly/flyctl, `internal/appconfig/validation.go`: days, per cent and gigabytes for which it takes a file.
const retentionDays = { minimum: 1, maximum: 60 }
const threshold = { minimum: 50, maximum: 99 }
const increment = { minimum: 1, maximum: 100 }
const limit = { minimum: 1, maximum: 500 }

/** Volumes have their snapshots, kept for as long as the file says, and grow before they are full. */
export const volumes = check({
  id: 'fly/volumes',
  format: 'fly-toml',
  subjects: ['volumes', 'snapshots'],
  findings: {
    'no-volume': 'inconclusive', 'no-snapshots': 'fail', refused: 'fail', 'no-retention': 'warning', 'no-growth': 'warning', 'no-limit': 'warning',
  },
  * run({ mounts, place }) {
    if (mounts.length === 0) yield { key: 'no-volume', place }
    for (const mount of mounts) {
      const values = { volume: mount.source || '?' }
      for (const { place, setting } of refusedSettings(mount)) yield { key: 'refused', place, values: { ...values, setting } }
      if (mount.scheduledSnapshots?.value === false) yield { key: 'no-snapshots', place: mount.scheduledSnapshots.place, values }
      else if (!mount.retention) yield { key: 'no-retention', place: mount.place, values }
      if (!mount.extendThreshold) yield { key: 'no-growth', place: mount.place, values }
      else if (!mount.extendLimit) yield { key: 'no-limit', place: mount.extendThreshold.place, values }
    }
  },
})

/** The settings of a volume for which flyctl refuses the file. */
function refusedSettings({ place, retention, extendThreshold, extendIncrement, extendLimit }: FlyMount) {
  const grows = extendThreshold || extendIncrement || extendLimit
  const settings = [
    { setting: 'snapshot_retention', has: retention, range: retentionDays, needed: false },
    { setting: 'auto_extend_size_threshold', has: extendThreshold, range: threshold, needed: grows },
    { setting: 'auto_extend_size_increment', has: extendIncrement, range: increment, needed: grows },
    { setting: 'auto_extend_size_limit', has: extendLimit, range: limit, needed: false },
  ]
  return settings
    .filter(({ has, range, needed }) => (has ? has.value < range.minimum || has.value > range.maximum : needed))
    .map(({ setting, has }) => ({ setting, place: has?.place ?? place }))
}
