import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { EventLine } from './event-line'
import type { EventNames } from './event-text'

export interface ListedEvent {
  number: number
  at: Date
  actorId: string | null
  /** Name of the token through which the person acted. */
  token: string | null
  verb: string
  content: { before: unknown; after: unknown }
}

interface EventListProps<Event> extends EventNames {
  language: Language
  timeZone: string
  events: readonly Event[]
  /** Where an event leads, where its list is of several things. */
  hrefOf?: (event: Event) => string
}

/** Who did what and when, newest first. */
export function EventList<Event extends ListedEvent>({ language, timeZone, events, nameOf, teamNames, hrefOf }: EventListProps<Event>) {
  return (
    <ol className="border-t border-line">
      {events.map(event => (
        <li key={event.number} className="grid gap-x-6 border-b border-line py-1.5 desk:grid-cols-[12rem_1fr]">
          <time dateTime={event.at.toISOString()} className="text-muted phone:text-small">
            {formatInstant(event.at, language, timeZone)}
          </time>
          <div className="min-w-0"><EventLine {...{ language, event, nameOf, teamNames }} href={hrefOf?.(event)} /></div>
        </li>
      ))}
    </ol>
  )
}
