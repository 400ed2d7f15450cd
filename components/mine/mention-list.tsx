import { CommentBody } from '@/components/activity/comment-body'
import type { Bilingual, Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface MentionListProps {
  language: Language
  slug: string
  timeZone: string
  mentions: readonly { id: string; authorId: string; body: string; createdAt: Date; item: { code: string; requirement: Bilingual } }[]
  nameOf: (userId: string) => string
}

/** Comments that name the reader, each leading to where it was made. */
export function MentionList({ language, slug, timeZone, mentions, nameOf }: MentionListProps) {
  const t = translator(language)
  return (
    <ol className="border-t border-line">
      {mentions.map(({ id, authorId, body, createdAt, item }) => (
        <li key={id} className="grid gap-x-6 border-b border-line py-1.5 desk:grid-cols-[12rem_1fr]">
          <time dateTime={createdAt.toISOString()} className="text-muted phone:text-small">
            {formatInstant(createdAt, language, timeZone)}
          </time>
          <div className="min-w-0">
            <p>
              <a href={`/${slug}/items/${item.code}?activity=all#comment-${id}`}>{t('mine.mentioned', { name: nameOf(authorId), code: item.code })}</a>{' '}
              <span className="text-small text-muted">{item.requirement[language]}</span>
            </p>
            <CommentBody body={body} nameOf={nameOf} />
          </div>
        </li>
      ))}
    </ol>
  )
}
