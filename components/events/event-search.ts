import { eventGroups, type EventGroup } from '@/lib/domain/event-groups'

/** What the address asks of the audit trail. */
export interface EventSearch {
  before: number | null
  group: EventGroup | null
  person: string | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads the search part of the address; what it does not understand it ignores. */
export function readEventSearch(search: Record<string, string | string[] | undefined>): EventSearch {
  const { before, group, person } = search
  return {
    before: typeof before === 'string' && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null,
    group: eventGroups.find(known => known === group) ?? null,
    person: typeof person === 'string' && uuid.test(person) ? person : null,
  }
}

/** The address of the audit trail of an assessment for a search. */
export function eventsHref(slug: string, { before, group, person }: EventSearch): string {
  const search = new URLSearchParams({
    ...(group !== null && { group }),
    ...(person !== null && { person }),
    ...(before !== null && { before: String(before) }),
  })
  return `/${slug}/events${search.size > 0 ? `?${search}` : ''}`
}
