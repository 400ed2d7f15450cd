import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { eventText } from './event-text'

export interface ListedEvent {
  number: number
  at: Date
  actorId: string | null
  verb: string
  content: { before: unknown; after: unknown }
}

interface EventListProps<Event> {
  language: Language
  timeZone: string
  events: readonly Event[]
  nameOf: (userId: string) => string
  /** Where an event leads, where its list is of several things. */
  hrefOf?: (event: Event) => string
}

/** Who did what and when, newest first. */
export function EventList<Event extends ListedEvent>({ language, timeZone, events, nameOf, hrefOf }: EventListProps<Event>) {
  const t = translator(language)
  return (
    <ol className="border-t border-line">
      {events.map(event => {
        const { text, details } = eventText(event, language)
        return (
          <li key={event.number} className="grid gap-x-6 border-b border-line py-1.5 desk:grid-cols-[12rem_1fr]">
            <time dateTime={event.at.toISOString()} className="text-muted phone:text-small">
              {formatInstant(event.at, language, timeZone)}
            </time>
            <div className="min-w-0">
              <p>
                <span className="font-medium">{event.actorId === null ? t('event.system') : nameOf(event.actorId)}</span>{' '}
                {hrefOf ? <a href={hrefOf(event)}>{text}</a> : text}
              </p>
              {details.map(detail => <p key={detail} className="text-small text-muted">{detail}</p>)}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
