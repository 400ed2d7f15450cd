import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import { checkWords } from '@/lib/i18n/checks/words'
import { formatDate, formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface RequestListProps {
  language: Language
  slug: string
  timeZone: string
  requests: readonly {
    id: string
    item: { code: string; title: Bilingual }
    check: string | null
    requesterId: string
    requestedAt: Date
    reason: string
    until: string
  }[]
  nameOf: (userId: string) => string
}

/** What others ask and the reader may decide, each leading to the item where that is done. */
export function RequestList({ language, slug, timeZone, requests, nameOf }: RequestListProps) {
  const t = translator(language)
  return (
    <Section title={t('review.requests')} id="requests" lead={t('review.requestsLead')}>
      <ul className="border-t border-line">
        {requests.map(({ id, item, check, requesterId, requestedAt, reason, until }) => (
          <li key={id} className="grid gap-x-6 border-b border-line py-2 desk:grid-cols-[12rem_1fr]">
            <time dateTime={requestedAt.toISOString()} className="text-muted phone:text-small">
              {formatInstant(requestedAt, language, timeZone)}
            </time>
            <div className="min-w-0">
              <p>
                <span className="font-mono text-small">{item.code}</span>{' '}
                <a href={`/${slug}/items/${item.code}`}>{item.title[language]}</a>
              </p>
              <p>
                {check === null
                  ? t('review.asksNotApplicable', { name: nameOf(requesterId), date: formatDate(until, language) })
                  : t('review.asksException', {
                      name: nameOf(requesterId), date: formatDate(until, language), check: checkWords(check, language)?.title ?? check,
                    })}
              </p>
              <p className="max-w-reading break-words whitespace-pre-wrap text-muted">{t('event.reason', { reason })}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
