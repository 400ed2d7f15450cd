import { EventLine } from '@/components/events/event-line'
import type { ListedEvent } from '@/components/events/event-list'
import type { EventNames } from '@/components/events/event-text'
import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { CommentBody } from './comment-body'
import { RemoveForm } from './remove-form'

export interface ThreadComment {
  id: string
  authorId: string
  body: string
  createdAt: Date
  removedAt: Date | null
}

interface ThreadProps extends EventNames {
  language: Language
  slug: string
  timeZone: string
  /** Whoever reads: their own comments can be taken back. */
  userId: string
  comments: readonly ThreadComment[]
  events: readonly ListedEvent[]
  /** How many of both are shown: the newest. */
  limit: number
}

/**
 * Comments and events in one thread, newest first: what is new stands beside the field in which one answers, and
 * nobody scrolls through last year to see yesterday.
 */
export function Thread({ comments, events, limit, ...context }: ThreadProps) {
  const entries = [
    ...comments.map(comment => ({ at: comment.createdAt, id: `comment-${comment.id}`, node: <Comment comment={comment} {...context} /> })),
    ...events.map(event => ({ at: event.at, id: `activity-${event.number}`, node: <EventLine event={event} {...context} /> })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
  return (
    <ol className="border-t border-line">
      {entries.map(({ at, id, node }) => (
        <li
          key={id} id={id}
          className="grid gap-x-6 border-b border-line py-1.5 target:bg-sunken desk:grid-cols-[12rem_1fr]"
        >
          <time dateTime={at.toISOString()} className="text-muted phone:text-small">
            {formatInstant(at, context.language, context.timeZone)}
          </time>
          <div className="min-w-0">{node}</div>
        </li>
      ))}
    </ol>
  )
}

type Context = Omit<ThreadProps, 'comments' | 'events' | 'limit'>

function Comment({ comment, language, slug, timeZone, userId, nameOf }: Context & { comment: ThreadComment }) {
  const t = translator(language)
  const name = nameOf(comment.authorId)
  if (comment.removedAt)
    return <p className="text-muted">{t('activity.removed', { name, date: formatInstant(comment.removedAt, language, timeZone) })}</p>
  return (
    <div className="border-l-2 border-accent pl-3">
      <p className="font-medium">{t('activity.says', { name })}</p>
      <CommentBody body={comment.body} nameOf={nameOf} />
      {comment.authorId === userId && (
        <details className="mt-1 print:hidden">
          <summary className="w-fit text-small text-accent">{t('activity.remove')}</summary>
          <p className="my-1 max-w-reading text-small text-muted">{t('activity.removeAdvice')}</p>
          <RemoveForm
            assessment={slug} comment={comment.id}
            words={{
              remove: t('activity.removeAction'), removing: t('activity.removing'), saved: t('activity.removedNow'),
              problem: t('form.problem'), lost: t('form.lost'),
            }}
          />
        </details>
      )}
    </div>
  )
}
