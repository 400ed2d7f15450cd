import type { Place } from '../place'
import { flyListing, type Fields } from './fly-listing'

/** An address of an app: `fly ips list --json`, or `/apps/{app}/ip_assignments`. */
export interface FlyAddress {
  place: Place
  address: string
  /** Who can reach it: everybody, or the organisation alone; `egress` is what the app calls others from. */
  reach: 'public' | 'private' | 'egress' | 'unknown'
}

export const flyIps = flyListing<FlyAddress>({
  wrapper: 'ips',
  has: [['address', 'ip'], ['type', 'shared'], ['region']],
  hint: /"(shared_v4|private_v6|ip_assignments)"/,
  read: fields => {
    const name = fields.has('address') ? 'address' : 'ip'
    return { place: fields.place(name), address: fields.text(name) ?? '?', reach: reachOf(fields, fields.text(name) ?? '') }
  },
})

/** As flyctl tells them (`internal/command/ips/render.go`; `IPAssignment.Type` in superfly/fly-go). */
function reachOf(fields: Fields, address: string): FlyAddress['reach'] {
  const isPrivate = address.toLowerCase().startsWith('fdaa:')
  const type = fields.text('type')
  if (type === null) {
    if (fields.boolean('egress') === true) return 'egress'
    return isPrivate ? 'private' : fields.boolean('shared') === null ? 'unknown' : 'public'
  }
  if (type === 'egress_v4' || type === 'egress_v6') return 'egress'
  if (type === 'private_v6') return isPrivate ? 'private' : 'unknown'
  if (type === 'v4' || type === 'shared_v4' || type === 'v6') return isPrivate ? 'private' : 'public'
  return 'unknown'
}
