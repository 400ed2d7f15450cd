import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ReviewForm } from '@/components/evidence/review-form'
import { reviewWords } from '@/components/evidence/words'
import { refusalWord } from '@/components/items/refusal'
import { FilePreview } from '@/components/review/file-preview'
import { RequestList } from '@/components/review/request-list'
import { ReviewFacts } from '@/components/review/review-facts'
import { ReviewSteps } from '@/components/review/review-steps'
import { WaitingList } from '@/components/review/waiting-list'
import { EmptyState } from '@/components/ui/empty-state'
import { KeyHint } from '@/components/ui/key-hint'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Shortcuts } from '@/components/ui/shortcuts'
import { endOfDay, localDateAt } from '@/lib/domain/dates'
import { hasPermission } from '@/lib/domain/permissions'
import { teamWords } from '@/lib/domain/team-words'
import { enterAssessment, pageTitle, type EnteredAssessment } from '@/lib/doors/page'
import { translator } from '@/lib/i18n/translate'
import { listEvidence } from '@/lib/queries/evidence'
import { getPeople, getTeamNames } from '@/lib/queries/people'
import { decidesRequests, listWaitingRequests } from '@/lib/queries/requests'
import { findReviewCase, listWaiting } from '@/lib/queries/review'
import { getSnapshot } from '@/lib/queries/snapshot'
import { AssessmentPage } from '../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = (): Promise<Metadata> => pageTitle('review.title')

// The same in both languages, so that fingers need not learn them twice.
const keys = { previous: 'K', next: 'J', open: 'O', reason: 'M', accept: 'A', reject: 'R' }
// Of the files in their order; the first has the key that it has where it is alone.
const fileKeys = [keys.open, '2', '3', '4', '5', '6', '7', '8', '9']

/**
 * Evidence that waits for this viewer, beside what it must meet, and requests that wait for their decision. The
 * address names what is open: were it only the oldest, another person's review would put the next one under a hand
 * that is about to accept.
 */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('evidence.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const { revision: openId, done: doneId } = await searchParams
  const snapshot = await getSnapshot(assessment)
  const today = localDateAt(now, assessment.timeZone)
  const [waiting, requests] = await Promise.all([
    listWaiting(viewer, assessment, snapshot), listWaitingRequests(viewer, assessment, snapshot, today),
  ])
  const done = typeof doneId === 'string' ? findReviewCase(viewer, snapshot, doneId) : null
  const hrefOf = (revision: string, after?: string) => `/${slug}/review?${new URLSearchParams({ revision, ...(after && { done: after }) })}`
  const reviews = hasPermission(viewer, 'evidence.review')
  const [oldest] = waiting
  if (typeof openId !== 'string' && oldest) redirect(hrefOf(oldest.revision.id, done?.revision.id))
  // What waits depends on who asks, and a request waits no longer than what it asks for lasts.
  const kept = { audience: 'person', until: endOfDay(today, assessment.timeZone) } as const
  const requesters = await getPeople(viewer, requests.map(({ requesterId }) => requesterId))
  const requestList = requests.length > 0 && (
    <RequestList
      language={language} slug={slug} timeZone={assessment.timeZone} requests={requests}
      nameOf={id => requesters.get(id)?.name ?? t('evidence.somebody')}
    />
  )

  // Where nothing is open, the page itself says that nothing waits.
  const lead = reviews && (waiting.length > 0 || typeof openId === 'string') && t('review.lead', { count: waiting.length })
  const head = (
    <>
      <PageHeader
        language={language} title={t('review.title')} lead={lead}
        actions={waiting.length > 0 && requests.length > 0
          && <LinkButton href="#requests" size="small">{t('review.toRequests', { count: requests.length })}</LinkButton>}
      />
      {done && (
        <Notice
          tone="good" live
          title={t('review.done', { state: done.revision.state, code: done.subject.code, number: done.revision.number })}
        >
          <a href={`/${slug}/${done.subject.kind === 'item' ? 'items' : 'roadmap'}/${done.subject.code}#requirement-${done.requirement.id}`}>
            {t('review.doneAt', { code: done.subject.code })}
          </a>
        </Notice>
      )}
    </>
  )
  if (typeof openId !== 'string') {
    return (
      <AssessmentPage entered={entered} current="review" kept={kept}>
        {head}
        {requestList || <NothingWaits viewer={viewer} language={language} />}
      </AssessmentPage>
    )
  }

  const open = findReviewCase(viewer, snapshot, openId)
  if (!open) notFound()
  const { requirement, subject } = open
  const [evidence, teamNames] = await Promise.all([listEvidence(assessment, [requirement.id]), getTeamNames(viewer)])
  const revisions = evidence.find(({ id }) => id === open.revision.evidenceId)?.revisions ?? []
  const revision = revisions.find(({ id }) => id === openId)
  if (!revision) notFound()
  const earlier = revisions.filter(({ number }) => number < revision.number)
  const people = await getPeople(viewer, revisions.flatMap(({ submitterId, reviewerId }) => [submitterId, reviewerId ?? []].flat()))
  const nameOf = (id: string) => people.get(id)?.name ?? t('evidence.somebody')
  const at = waiting.findIndex(one => one.revision.id === openId)
  const after = waiting[at + 1] ?? waiting.find(one => one.revision.id !== openId)
  const before = at > 0 ? waiting[at - 1] : undefined

  return (
    <AssessmentPage entered={entered} current="review" kept={kept}>
      {head}
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
        <ReviewSteps
          language={language} keys={keys} count={waiting.length} position={at < 0 ? null : at + 1}
          previous={before ? hrefOf(before.revision.id) : null} next={after ? hrefOf(after.revision.id) : null}
        />
        <div className="phone:hidden print:hidden">
          <Shortcuts words={{ on: t('review.shortcutsOn'), lead: t('review.shortcutsLead') }} />
        </div>
      </div>
      <div className="grid gap-x-10 desk:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)] desk:grid-rows-[auto_1fr]">
        <div className="desk:col-start-2">
          <ReviewFacts
            language={language} slug={slug} timeZone={assessment.timeZone} subject={subject} requirement={requirement}
            revision={revision} earlier={earlier} teams={teamWords(open.revision.submitterTeams, teamNames, language)} nameOf={nameOf}
          />
        </div>
        <div className="min-w-0 desk:col-start-1 desk:row-span-2 desk:row-start-1">
          <Section title={t(revision.link ? 'review.link' : 'review.files')}>
            <div className="space-y-8">
              {revision.link && (
                <div>
                  <a href={revision.link} rel="noreferrer noopener" target="_blank" aria-keyshortcuts={keys.open}>{revision.link}</a>{' '}
                  <KeyHint>{keys.open}</KeyHint>
                  <p className="text-small text-muted">{t('review.linkAdvice')}</p>
                </div>
              )}
              {revision.files.map((file, index) => (
                <FilePreview key={file.id} language={language} slug={slug} file={file} openKey={fileKeys[index]} />
              ))}
            </div>
          </Section>
        </div>
        <div className="desk:col-start-2 print:hidden">
          <Section title={t('review.ruling')}>
            {revision.state !== 'in_review' && revision.reviewerId !== viewer.userId && <div className="mb-3"><Notice tone="info" title={t('review.gone')} live /></div>}
            <ReviewForm
              key={openId} assessment={slug} revision={openId} userId={viewer.userId} keys={keys} words={reviewWords(t)}
              disabledReason={refusalWord(open.allowance, '', t)}
              next={after ? hrefOf(after.revision.id, openId) : `/${slug}/review?done=${openId}`}
            />
          </Section>
        </div>
      </div>
      <WaitingList
        language={language} timeZone={assessment.timeZone} waiting={waiting} currentId={openId} hrefOf={id => hrefOf(id)}
      />
      {requestList}
    </AssessmentPage>
  )
}

/** Why nobody waits for this viewer, by what could. */
function NothingWaits({ viewer, language }: Pick<EnteredAssessment, 'viewer' | 'language'>) {
  const t = translator(language)
  if (hasPermission(viewer, 'evidence.review')) return <EmptyState title={t('review.empty')}>{t('review.emptyLead')}</EmptyState>
  if (decidesRequests(viewer)) return <EmptyState title={t('review.emptyDecide')}>{t('review.emptyDecideLead')}</EmptyState>
  return <EmptyState title={t('review.notYours')}>{t('review.notYoursLead')}</EmptyState>
}
