import type { Metadata } from 'next'
import { moreActivity, readActivityLimit } from '@/components/activity/activity-search'
import { EventList } from '@/components/events/event-list'
import { MentionList } from '@/components/mine/mention-list'
import { OwnsNothing } from '@/components/mine/owns-nothing'
import { WorkGroups } from '@/components/mine/work-groups'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { addDays, localDateAt, startOfDay } from '@/lib/domain/dates'
import { sortWork, workStates } from '@/lib/domain/my-work'
import { roadmapChangesAt } from '@/lib/domain/roadmap'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { listFollowedItems, listMentions } from '@/lib/queries/comments'
import { listActivityOn } from '@/lib/queries/events'
import { ownedWork } from '@/lib/queries/my-work'
import { getTeamNames, listPeople } from '@/lib/queries/people'
import { listWaitingRequests } from '@/lib/queries/requests'
import { listWaiting } from '@/lib/queries/review'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = (): Promise<Metadata> => pageTitle('mine.title')

const recentDays = 14

/** What an owner comes for: what is owed, by when, and what is still missing to prove it; then what concerns them. */
export default async function MinePage({ params, searchParams }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const { timeZone } = assessment
  const today = localDateAt(now, timeZone)
  const since = startOfDay(addDays(today, -recentDays), timeZone)
  const limit = readActivityLimit(await searchParams)
  const [judged, mentions, followed, people, teamNames] = await Promise.all([
    getVerdict(assessment, now), listMentions(viewer, assessment, since, limit + 1), listFollowedItems(viewer, assessment),
    listPeople(viewer), getTeamNames(viewer),
  ])
  const [waiting, requests, events] = await Promise.all([
    listWaiting(viewer, assessment, judged.snapshot), listWaitingRequests(viewer, assessment, judged.snapshot, today),
    listActivityOn(viewer, assessment, followed, since, limit + 1),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? t('evidence.somebody')
  const codes = new Map(judged.snapshot.items.map(({ id, code }) => [id, code]))
  const works = ownedWork(judged, viewer, today)
  const groups = sortWork(works, today)
  const owed = workStates.reduce((sum, state) => sum + groups[state].length, 0)

  return (
    <AssessmentPage
      entered={entered} current="mine"
      kept={{ audience: 'person', until: roadmapChangesAt(judged.verdict.nextChangeAt, today, timeZone) }}
    >
      <PageHeader language={language} title={t('mine.title')} lead={works.length > 0 && t('mine.lead')} />
      {waiting.length > 0 && (
        <div className="mb-4">
          <Notice tone="info" title={t('mine.toReview', { count: waiting.length })}>
            <a href={`/${slug}/review`}>{t('mine.review')}</a>
          </Notice>
        </div>
      )}
      {requests.length > 0 && (
        <div className="mb-4">
          <Notice tone="info" title={t('review.toRequests', { count: requests.length })}>
            <a href={`/${slug}/review#requests`}>{t('mine.decide')}</a>
          </Notice>
        </div>
      )}
      {works.length === 0 && <OwnsNothing language={language} slug={slug} viewer={viewer} />}
      {works.length > 0 && owed === 0 && <EmptyState title={t('mine.nothingOwed')}>{t('mine.nothingOwedLead')}</EmptyState>}
      {owed > 0 && <WorkGroups language={language} slug={slug} today={today} groups={groups} />}
      {owed > 0 && works.length > owed && <p className="mt-4 text-muted">{t('mine.settled', { count: works.length - owed })}</p>}
      <Section title={t('mine.mentions')} id="mentions">
        {mentions.length > 0
          ? <MentionList {...{ language, slug, timeZone, nameOf }} mentions={mentions.slice(0, limit)} />
          : <p className="text-muted">{t('mine.mentionsNone', { days: recentDays })}</p>}
        {mentions.length > limit && <p className="mt-3 print:hidden"><a href={`${moreActivity(limit)}#mentions`}>{t('mine.mentionsAll')}</a></p>}
      </Section>
      <Section title={t('mine.follows')} id="follows" lead={t('mine.followsLead', { days: recentDays })}>
        {events.length > 0
          ? (
            <EventList
              {...{ language, timeZone, nameOf, teamNames }} events={events.slice(0, limit)}
              hrefOf={({ subjectId }) => `/${slug}/items/${codes.get(subjectId) ?? ''}#activity`}
            />
          ) : <p className="text-muted">{t('mine.followsNone')}</p>}
        {events.length > limit && <p className="mt-3 print:hidden"><a href={`${moreActivity(limit)}#follows`}>{t('activity.all')}</a></p>}
      </Section>
    </AssessmentPage>
  )
}
