import type { Place } from '../place'
import { flyListing } from './fly-listing'

/** A volume of an app: `fly volumes list --json`. */
export interface FlyVolume {
  place: Place
  name: string
  encrypted: { value: boolean | null; place: Place }
  /** Whether Fly takes a snapshot a day by itself; null where the listing does not say, as that of older versions does not. */
  scheduled: { value: boolean | null; place: Place }
  /** Days for which a snapshot is kept. */
  retentionDays: { value: number | null; place: Place }
}

export const flyVolumes = flyListing<FlyVolume>({
  has: [['id'], ['sizegb'], ['region']],
  hint: /"(size_gb|SizeGb|sizeGb|snapshot_retention)"\s*:/,
  read: fields => ({
    place: fields.place('id'),
    name: fields.text('name') ?? fields.text('id') ?? '?',
    encrypted: { value: fields.boolean('encrypted'), place: fields.place('encrypted') },
    scheduled: { value: fields.boolean('autobackupenabled'), place: fields.place('autobackupenabled') },
    retentionDays: { value: fields.number('snapshotretention'), place: fields.place('snapshotretention') },
  }),
})
