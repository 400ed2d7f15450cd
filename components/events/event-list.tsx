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

interface EventListProps {
  language: Language
  timeZone: string
  events: readonly ListedEvent[]
  nameOf: (userId: string) => string
}

/** Who did what and when, newest first. */
export function EventList({ language, timeZone, events, nameOf }: EventListProps) {
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
                <span className="font-medium">{event.actorId === null ? t('event.system') : nameOf(event.actorId)}</span> {text}
              </p>
              {details.map(detail => <p key={detail} className="text-small text-muted">{detail}</p>)}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
