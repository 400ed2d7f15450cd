import type { ListedEvent } from '@/components/events/event-list'
import type { EventNames } from '@/components/events/event-text'
import { Section } from '@/components/ui/section'
import type { Language } from '@/lib/domain/language'
import { hasPermission, type Viewer } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'
import { moreActivity } from './activity-search'
import { CommentForm } from './comment-form'
import { mentionables } from './mentions'
import { Thread, type ThreadComment } from './thread'
import { WatchForm } from './watch-form'

interface ActivityProps extends EventNames {
  language: Language
  assessment: { slug: string; timeZone: string }
  code: string
  viewer: Viewer
  /** Why the viewer hears of the item already. */
  following: 'assigned' | 'commented' | 'watched' | null
  /** The newest of each: one more, where there is one, than are shown of both. */
  comments: readonly ThreadComment[]
  events: readonly ListedEvent[]
  limit: number
  people: readonly { id: string; name: string; teams: readonly string[] }[]
}

/** What was said and done about an item, and the field to say more. */
export function Activity({ language, assessment, code, viewer, following, comments, events, limit, people, nameOf, teamNames }: ActivityProps) {
  const t = translator(language)
  const { slug, timeZone } = assessment
  const reads = hasPermission(viewer, 'item.comment') ? undefined : t('refusal.role')
  const follows = following === 'assigned' || following === 'commented' ? t(`activity.followsAs.${following}`) : undefined
  const shared = { problem: t('form.problem'), lost: t('form.lost') }
  return (
    <Section
      title={t('activity.title')} id="activity" lead={t('activity.watchLead')}
      actions={
        <WatchForm
          assessment={slug} item={code} watching={following === 'watched'} disabledReason={reads ?? follows}
          words={{ ...shared, watch: t('activity.watch'), unwatch: t('activity.unwatch'), saved: t('activity.watchSaved') }}
        />
      }
    >
      <div className="mb-4 print:hidden">
        <CommentForm
          assessment={slug} item={code} userId={viewer.userId} people={mentionables(people)} disabledReason={reads}
          words={{
            ...shared, label: t('activity.comment'), hint: t('activity.hint'), post: t('activity.post'),
            posting: t('activity.posting'), saved: t('activity.posted'), people: t('activity.people'), choose: t('activity.choose'),
          }}
        />
      </div>
      {comments.length + events.length > 0
        ? <Thread {...{ language, slug, timeZone, comments, events, limit, nameOf, teamNames }} userId={viewer.userId} />
        : <p className="text-muted">{t('activity.none')}</p>}
      {comments.length + events.length > limit && (
        <p className="mt-3 print:hidden"><a href={`/${slug}/items/${code}${moreActivity(limit)}#activity`}>{t('activity.all')}</a></p>
      )}
    </Section>
  )
}
