import type { Place } from '../place'
import { flyListing } from './fly-listing'

/** A Machine of an app: `fly machines list --json`. Those that are destroyed are left out. */
export interface FlyMachine {
  place: Place
  name: string
  /** `started`, `stopped`, `suspended`, … */
  state: string
  region: { code: string | null; place: Place }
  /** The group of processes that it runs. */
  group: string
  /** Null where the listing does not hold it, as of a host that cannot be reached. */
  size: { place: Place; cpuKind: string; cpus: number; memoryMegabytes: number } | null
  swapMegabytes: number
}

const listing = flyListing<FlyMachine>({
  has: [['id'], ['state'], ['region'], ['instanceid', 'imageref', 'privateip', 'config']],
  hint: /"(instance_id|image_ref|private_ip)"\s*:/,
  read: fields => {
    const config = fields.within(fields.entry('config')?.value.kind === 'map' ? 'config' : 'incompleteconfig')
    const guest = config.within('guest')
    const [cpus, memoryMegabytes] = [guest.number('cpus'), guest.number('memorymb')]
    return {
      place: fields.place('id'),
      name: fields.text('name') ?? fields.text('id') ?? '?',
      state: fields.text('state') ?? '?',
      region: { code: fields.text('region'), place: fields.place('region') },
      group: config.within('metadata').text('flyprocessgroup') ?? 'app',
      size: cpus !== null && memoryMegabytes !== null && cpus > 0 && memoryMegabytes > 0
        ? { place: config.place('guest'), cpuKind: guest.text('cpukind') ?? '?', cpus, memoryMegabytes } : null,
      swapMegabytes: config.within('init').number('swapsizemb') ?? 0,
    }
  },
})

export const flyMachines: typeof listing = {
  ...listing,
  read: tree => {
    const read = listing.read(tree)
    if (!read.ok) return read
    return { ok: true, value: { ...read.value, items: read.value.items.filter(({ state }) => !state.startsWith('destroy')) } }
  },
}
