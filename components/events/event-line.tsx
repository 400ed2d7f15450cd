import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { eventText, type EventNames } from './event-text'

interface EventLineProps extends EventNames {
  language: Language
  event: { actorId: string | null; token: string | null; verb: string; content: { before: unknown; after: unknown } }
  /** Where it leads, where its list is of several things. */
  href?: string
}

/** Who did what, and below it what moved and why. */
export function EventLine({ language, event, nameOf, teamNames, href }: EventLineProps) {
  const t = translator(language)
  const { text, details } = eventText(event, language, { nameOf, teamNames })
  return (
    <>
      <p>
        <span className="font-medium">
          {event.actorId === null ? t('event.system') : nameOf(event.actorId)}
        </span>{' '}
        {event.token !== null && <span className="text-muted">{t('event.byToken', { name: event.token })} </span>}
        {href === undefined ? text : <a href={href}>{text}</a>}
      </p>
      {details.map(detail => <p key={detail} className="text-small text-muted">{detail}</p>)}
    </>
  )
}
