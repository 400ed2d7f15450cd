import type { Place } from '../place'
import { flyListing } from './fly-listing'

/** A secret of an app by its name: `fly secrets list --json`, or `/apps/{app}/secrets`. Its value is never among it. */
export interface FlySecret {
  place: Place
  name: string
  /** When it was last set, in milliseconds since 1970; null where the listing does not say, as newer ones do not. */
  setAt: number | null
  /** The listing says something of when, even if it is nothing that can be. */
  dated: boolean
}

export const flySecrets = flyListing<FlySecret>({
  wrapper: 'secrets',
  has: [['name'], ['digest']],
  only: ['name', 'digest', 'createdat', 'updatedat', 'status', 'value'],
  hint: /"digest"\s*:[\s\S]*"(name|created_at)"\s*:/i,
  read: fields => ({
    place: fields.place('name'),
    name: fields.text('name') ?? '?',
    setAt: fields.instant('updatedat') ?? fields.instant('createdat'),
    dated: fields.has('updatedat') || fields.has('createdat'),
  }),
})
