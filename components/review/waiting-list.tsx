import clsx from 'clsx'
import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface WaitingListProps {
  language: Language
  timeZone: string
  waiting: readonly {
    revision: { id: string; number: number }
    requirement: { title: Bilingual }
    subject: { code: string; title: Bilingual }
    submittedAt: Date
  }[]
  currentId: string
  hrefOf: (revisionId: string) => string
}

const shown = 100

/** What waits, oldest first. */
export function WaitingList({ language, timeZone, waiting, currentId, hrefOf }: WaitingListProps) {
  const t = translator(language)
  if (waiting.length === 0) return null
  return (
    <div className="print:hidden">
      <Section title={t('review.queue')}>
        <ol className="border-t border-line">
          {waiting.slice(0, shown).map(({ revision, requirement, subject, submittedAt }) => (
            <li key={revision.id} className="border-b border-line">
              <a
                href={hrefOf(revision.id)} aria-current={revision.id === currentId ? 'page' : undefined}
                className={clsx(
                  'grid gap-x-6 border-l-3 px-3 py-1.5 text-ink no-underline -outline-offset-3! hover:bg-sunken ' +
                  'desk:grid-cols-[6rem_1fr_12rem]',
                  revision.id === currentId ? 'border-accent font-medium' : 'border-transparent',
                )}
              >
                <span className="font-mono text-small leading-6">{subject.code}</span>
                <span className="min-w-0">{requirement.title[language]}</span>
                <span className="text-small leading-6 text-muted">{formatInstant(submittedAt, language, timeZone)}</span>
              </a>
            </li>
          ))}
        </ol>
        {waiting.length > shown && <p className="mt-2 text-muted">{t('review.more', { count: waiting.length - shown })}</p>}
      </Section>
    </div>
  )
}
