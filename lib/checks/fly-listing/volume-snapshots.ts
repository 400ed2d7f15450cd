import { check } from '../check'

/** Every volume has snapshots taken by itself, as often as the baseline asks, and kept for long enough to restore. */
export const volumeSnapshots = check({
  id: 'fly-listing/volume-snapshots',
  format: 'fly-volumes',
  subjects: ['snapshots'],
  findings: {
    off: 'fail', 'too-seldom': 'fail', unknown: 'inconclusive', 'no-retention': 'inconclusive', impossible: 'inconclusive',
    'no-target': 'inconclusive', kept: 'info',
  },
  * run({ items, place }, { baseline }) {
    const limit = baseline.snapshotMinutes
    if (limit === null) yield { key: 'no-target', place }
    // What Fly takes by itself it takes once a day.
    else if (limit < minutesOfDay) yield { key: 'too-seldom', place, values: { limit } }
    for (const { name, scheduled, retentionDays } of items) {
      if (scheduled.value === false) yield { key: 'off', place: scheduled.place, values: { name } }
      if (scheduled.value === null) yield { key: 'unknown', place: scheduled.place, values: { name } }
      const { value: days, place } = retentionDays
      if (days === null) yield { key: 'no-retention', place, values: { name } }
      else if (!Number.isInteger(days) || days < 1 || days > longestRetention) yield { key: 'impossible', place, values: { name } }
      else yield { key: 'kept', place, values: { name, days } }
    }
  },
})

const minutesOfDay = 1_440

/** Snapshots are kept for 1 to 60 days (superfly/docs, `volumes/snapshots.html.markerb`). */
const longestRetention = 60
