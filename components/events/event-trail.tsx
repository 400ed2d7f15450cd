import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { EventBody } from './event-body'
import { EventLine } from './event-line'
import type { ListedEvent } from './event-list'
import type { EventNames } from './event-text'

interface EventTrailProps extends EventNames {
  language: Language
  timeZone: string
  events: readonly (ListedEvent & { hash: string })[]
}

/** Events as the record has them: number, moment, actor, what was done, hash, and what was written down. */
export function EventTrail({ language, timeZone, events, nameOf, teamNames }: EventTrailProps) {
  const t = translator(language)
  return (
    <ol className="border-t border-line">
      {events.map(event => (
        <li
          key={event.number} id={`event-${event.number}`}
          className="grid gap-x-6 border-b border-line py-2 target:bg-sunken desk:grid-cols-[12rem_1fr_auto]"
        >
          <time dateTime={event.at.toISOString()} className="text-muted phone:text-small">
            {formatInstant(event.at, language, timeZone)}
          </time>
          <div className="min-w-0">
            <EventLine {...{ language, event, nameOf, teamNames }} />
            <EventBody language={language} content={event.content} />
          </div>
          <p className="flex gap-x-3 text-small text-muted desk:flex-col desk:text-right">
            <span>{t('event.number', { number: event.number })}</span>
            <span title={`SHA-256 ${event.hash}`}>
              <span className="sr-only">{t('events.hash')}: </span>
              <code className="font-mono">{event.hash.slice(0, 12)}</code>
            </span>
          </p>
        </li>
      ))}
    </ol>
  )
}
