import type { ReactNode } from 'react'
import { ReviewTag } from '@/components/status/review-tag'
import { Section } from '@/components/ui/section'
import type { EvidenceKind, ReviewState } from '@/lib/domain/evidence'
import type { Bilingual, Language } from '@/lib/domain/language'
import { formatDate, formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

export interface ReviewedRevision {
  id: string
  number: number
  state: ReviewState
  submitterId: string
  submittedAt: Date
  effectiveOn: string
  service: string | null
  environment: string | null
  note: string | null
  reviewerId: string | null
  reviewedAt: Date | null
  reviewReason: string | null
}

interface ReviewFactsProps {
  language: Language
  slug: string
  timeZone: string
  subject: { kind: 'item' | 'task'; code: string; title: Bilingual; criterion: Bilingual }
  requirement: { title: Bilingual; kind: EvidenceKind; validityDays: number }
  revision: ReviewedRevision
  /** Newest first. */
  earlier: readonly ReviewedRevision[]
  /** The submitter's teams at that time. */
  teams: string
  nameOf: (userId: string) => string
}

/** What is asked for, and who handed in what for it. */
export function ReviewFacts({ language, slug, timeZone, subject, requirement, revision, earlier, teams, nameOf }: ReviewFactsProps) {
  const t = translator(language)
  const instant = (at: Date) => formatInstant(at, language, timeZone)
  const path = subject.kind === 'item' ? 'items' : 'roadmap'
  return (
    <>
      <Section title={t('review.asks')}>
        <p>
          <span className="font-mono text-small">{subject.code}</span>{' '}
          <a href={`/${slug}/${path}/${subject.code}`}>{subject.title[language]}</a>
        </p>
        <Terms>
          <Term name={t(subject.kind === 'item' ? 'review.criterion' : 'review.metric')}>{subject.criterion[language]}</Term>
          <Term name={t('review.requirement')}>
            {requirement.title[language]}
            <span className="block text-small text-muted">
              {t(`evidenceKind.${requirement.kind}`)} · {t('item.validity', { days: requirement.validityDays })}
            </span>
          </Term>
        </Terms>
      </Section>
      <Section title={t('review.handedIn')}>
        <Terms>
          <Term name={t('review.version')}>
            {revision.number} <span className="ml-1"><ReviewTag state={revision.state} language={language} /></span>
          </Term>
          <Term name={t('review.by')}>{nameOf(revision.submitterId)}</Term>
          {teams && <Term name={t('review.teams')}>{teams}</Term>}
          <Term name={t('review.submitted')}>{instant(revision.submittedAt)}</Term>
          <Term name={t('review.effective')}>{formatDate(revision.effectiveOn, language)}</Term>
          {revision.service && <Term name={t('evidence.service')}>{revision.service}</Term>}
          {revision.environment && <Term name={t('evidence.environment')}>{revision.environment}</Term>}
          {revision.note && <Term name={t('review.note')}><span className="whitespace-pre-wrap">{revision.note}</span></Term>}
        </Terms>
      </Section>
      {earlier.length > 0 && (
        <Section title={t('review.earlier')}>
          <ul className="space-y-2">
            {earlier.map(one => (
              <li key={one.id}>
                {t('evidence.version', { number: one.number })} <ReviewTag state={one.state} language={language} />
                {one.reviewerId && one.reviewedAt && (
                  <span className="block text-small text-muted">
                    {t('evidence.reviewedBy', { state: one.state, name: nameOf(one.reviewerId), date: instant(one.reviewedAt) })}
                    {one.reviewReason && <span className="text-ink">: {one.reviewReason}</span>}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Terms({ children }: { children: ReactNode }) {
  return <dl className="mt-2 grid grid-cols-[7rem_1fr] gap-x-4 gap-y-1">{children}</dl>
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-small leading-6 text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}
