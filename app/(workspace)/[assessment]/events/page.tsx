import type { Metadata } from 'next'
import { ChainCheck, ChainNotice } from '@/components/events/chain-state'
import { EventFilter } from '@/components/events/event-filter'
import { eventsHref, readEventSearch } from '@/components/events/event-search'
import { EventTrail } from '@/components/events/event-trail'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { byName } from '@/lib/domain/by-name'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { getChainState, listActorIds, listEvents } from '@/lib/queries/events'
import { getTeamNames, listPeople } from '@/lib/queries/people'
import { AssessmentPage } from '../assessment-page'

const pageSize = 50

interface Props {
  params: Promise<{ assessment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = (): Promise<Metadata> => pageTitle('events.title')

/** The audit trail: whether the record holds, how to verify that elsewhere, and every event, newest first. */
export default async function EventsPage({ params, searchParams }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('event.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const { timeZone, revision } = assessment
  const search = readEventSearch(await searchParams)
  const { before, group, person } = search
  const [chain, found, actorIds, everybody, teamNames] = await Promise.all([
    getChainState(assessment),
    listEvents(viewer, assessment, { before, group, actorId: person }, pageSize + 1),
    listActorIds(viewer, assessment),
    listPeople(viewer),
    getTeamNames(viewer),
  ])
  const names = new Map(everybody.map(one => [one.id, one.name]))
  const nameOf = (id: string) => names.get(id) ?? t('evidence.somebody')
  const people = byName(actorIds.map(id => ({ id, name: nameOf(id) })), language, ({ name }) => name)
  const events = found.slice(0, pageSize)
  const last = found.length > pageSize ? events.at(-1) : undefined
  // That the chain holds is an answer of now: what changes it from outside moves no revision.
  return (
    <AssessmentPage
      entered={entered} current="events"
      kept={{ audience: 'role', until: new Date(entered.now.getTime() + 60_000) }}
    >
      <PageHeader language={language} title={t('events.title')} lead={t('events.lead')} />
      <ChainNotice {...{ language, slug, timeZone }} state={chain} events={revision} checkedAt={now} />
      <ChainCheck language={language} headHash={assessment.headHash} />
      <Section title={t('events.list')}>
        <EventFilter language={language} href={`/${slug}/events`} group={group} personId={person} people={people} />
        {events.length > 0
          ? <EventTrail language={language} timeZone={timeZone} events={events} nameOf={nameOf} teamNames={teamNames} />
          : <EmptyState title={t('events.none')}>{t('events.noneLead')}</EmptyState>}
        {(before !== null || last) && (
          <nav aria-label={t('events.pages')} className="mt-4 flex flex-wrap gap-4 print:hidden">
            {before !== null && (
              <LinkButton href={eventsHref(slug, { ...search, before: null })} size="small">
                <Icon name="chevron-left" />{t('events.newest')}
              </LinkButton>
            )}
            {last && (
              <LinkButton rel="next" href={eventsHref(slug, { ...search, before: last.number })} size="small">
                {t('events.older')}<Icon name="chevron-right" />
              </LinkButton>
            )}
          </nav>
        )}
      </Section>
    </AssessmentPage>
  )
}
