/** An event, as far as it decides whom it concerns. */
interface Change {
  verb: string
  type: string
  id: string
  /** Whether it declares that an item does not apply, or no longer so: that needs approval, and then counts. */
  notApplicable: boolean
}

/** Ids of the items and tasks that changed, each once. */
export interface Changes {
  /** Of these only what people say: no proof moved, and so nothing of any other. */
  said: readonly string[]
  changed: readonly string[]
}

/** What a page shows and rests on. */
export interface Concerns {
  /** Ids of the items and tasks whose every change it shows. */
  ids: readonly string[]
  /** Whether what is proven of any other could change it too. */
  othersProof: boolean
}

// A notification carries 8,000 bytes at most; what changed so much is read anew as a whole.
const mostIds = 50

// As many ids cost what a page of a list does; who shows more may as well be renewed for everything.
const mostConcerns = 80

const sayings = new Set(['item.statusChanged', 'item.commented', 'item.commentRemoved'])

/** What events changed; null where that is anything but items and tasks, or too much to name. */
export function changesOf(events: readonly Change[]): Changes | null {
  if (!events.every(({ type }) => type === 'item' || type === 'task')) return null
  const changed = new Set(events.filter(event => !isSaying(event)).map(({ id }) => id))
  const said = new Set(events.map(({ id }) => id)).difference(changed)
  return said.size + changed.size > mostIds ? null : { said: [...said], changed: [...changed] }
}

/** What a page shows and rests on; undefined where that is too much to name, and so any change. */
export function concernsOnly(ids: readonly string[], { othersProof }: Pick<Concerns, 'othersProof'>): Concerns | undefined {
  return ids.length > mostConcerns ? undefined : { ids, othersProof }
}

/** Whether a page has to be renewed for changes; what is not known may be anything. */
export function isConcerned(concerns: Concerns | undefined, changes: Changes | null): boolean {
  if (!changes || !concerns) return true
  const shows = (id: string) => concerns.ids.includes(id)
  return changes.said.some(shows) || (concerns.othersProof ? changes.changed.length > 0 : changes.changed.some(shows))
}

const isSaying = ({ verb, notApplicable }: Change) => sayings.has(verb) && !notApplicable
