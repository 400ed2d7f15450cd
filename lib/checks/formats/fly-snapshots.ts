import type { Place } from '../place'
import { flyListing } from './fly-listing'

/** A snapshot of a volume: `fly volumes snapshots list <volume> --json`. */
export interface FlySnapshot {
  place: Place
  id: string
  /** It is there to restore from: neither waiting, nor running, nor failed. Older listings hold no others and say nothing of it. */
  complete: boolean
  /** In milliseconds since 1970. */
  createdAt: number | null
}

export const flySnapshots = flyListing<FlySnapshot>({
  has: [['id'], ['size'], ['createdat'], ['digest', 'status', 'retentiondays', 'key']],
  hint: /"id"\s*:\s*"vs_/i,
  read: fields => ({
    place: fields.place('createdat'),
    id: fields.text('id') ?? '?',
    complete: (fields.text('status') ?? 'created') === 'created',
    createdAt: fields.instant('createdat'),
  }),
})
