import { toUtcDate } from '@/lib/domain/dates'
import { check } from '../check'
import { isToCome } from './to-come'

/** The newest snapshot of a volume is no older than the baseline allows. */
export const snapshotAge = check({
  id: 'fly-listing/snapshot-age',
  format: 'fly-snapshots',
  subjects: ['snapshots'],
  findings: { old: 'fail', 'none-complete': 'fail', 'cannot-tell': 'inconclusive', impossible: 'inconclusive', 'no-target': 'inconclusive' },
  * run({ items, place }, { baseline, today }) {
    const limit = baseline.snapshotMinutes
    if (limit === null) {
      yield { key: 'no-target', place }
      return
    }
    const complete = items.filter(snapshot => snapshot.complete)
    const possible = complete.filter(({ createdAt }) => createdAt !== null && !isToCome(createdAt, today))
    for (const { place, id } of complete.filter(snapshot => !possible.includes(snapshot))) yield { key: 'impossible', place, values: { id } }
    if (complete.length === 0) yield { key: 'none-complete', place }
    const [newest] = possible.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    if (!newest) return
    // Only the day is known on which the listing is judged, not the hour: the age lies between those at its two ends.
    const [least, most] = [0, minutesOfDay].map(passed => (toUtcDate(today).getTime() - (newest.createdAt ?? 0)) / 60_000 + passed)
    const values = { id: newest.id, hours: Math.max(0, Math.floor((least ?? 0) / 60)), limit: Math.round(limit / 6) / 10 }
    if ((least ?? 0) > limit) yield { key: 'old', place: newest.place, values }
    else if ((most ?? 0) > limit) yield { key: 'cannot-tell', place: newest.place, values }
  },
})

const minutesOfDay = 1_440
