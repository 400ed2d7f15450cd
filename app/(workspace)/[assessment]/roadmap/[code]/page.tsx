import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { moreActivity, readActivityLimit } from '@/components/activity/activity-search'
import { EventList } from '@/components/events/event-list'
import { RequirementEvidence } from '@/components/evidence/requirement-evidence'
import { refusalWord } from '@/components/items/refusal'
import { ItemLinks } from '@/components/items/related-items'
import { sourceWord } from '@/components/items/source-word'
import { TaskStanding } from '@/components/roadmap/task-standing'
import { TaskWork } from '@/components/roadmap/task-work'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { concernsOnly } from '@/lib/domain/changes'
import { localDateAt } from '@/lib/domain/dates'
import { canWrite } from '@/lib/domain/permissions'
import { concernsOf } from '@/lib/domain/related-items'
import { proveTask, roadmapChangesAt } from '@/lib/domain/roadmap'
import { teamWords } from '@/lib/domain/team-words'
import { enterAssessment } from '@/lib/doors/page'
import { listEvidence } from '@/lib/queries/evidence'
import { listEventsOf } from '@/lib/queries/events'
import { getTeamNames, listPeople } from '@/lib/queries/people'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../../assessment-page'

interface Props {
  params: Promise<{ assessment: string; code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).code }
}

/** One task: what is claimed beside what is proven of its success metric, what proves it, and what it closes. */
export default async function TaskPage({ params, searchParams }: Props) {
  const { assessment: slug, code } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const { snapshot, verdict } = await getVerdict(assessment, now)
  const task = snapshot.tasks.find(candidate => candidate.code === code)
  if (!task) notFound()
  const limit = readActivityLimit(await searchParams)
  const [evidence, events, people, teamNames] = await Promise.all([
    listEvidence(assessment, task.requirements.map(({ id }) => id)),
    listEventsOf(viewer, assessment, { type: 'task', id: task.id }, limit + 1),
    listPeople(viewer),
    getTeamNames(viewer),
  ])
  const names = new Map(people.map(person => [person.id, person.name]))
  const nameOf = (id: string) => names.get(id) ?? t('evidence.somebody')
  const owners = teamWords(task.ownerTeams, teamNames, language)
  const today = localDateAt(now, assessment.timeZone)
  const proof = proveTask(task, today)
  const submission = canWrite(viewer, 'evidence.submit', task)
  const closed = snapshot.items.filter(item => task.closes.includes(item.code))
  const until = roadmapChangesAt(verdict.nextChangeAt, today, assessment.timeZone)
  const shown = [task.id, ...new Set(closed.flatMap(item => concernsOf(item, snapshot.items, [])))]
  const concerns = concernsOnly(shown, { othersProof: false })
  // Who reviews depends on who submitted, so the page is one person's.
  return (
    <AssessmentPage entered={entered} current="roadmap" kept={{ audience: 'person', until, concerns }}>
      <PageHeader
        language={language} title={task.title[language]}
        breadcrumbs={[{ href: `/${slug}/roadmap#${code}`, label: t('nav.roadmap') }]}
        marks={
          <span className="text-small">
            <span className="font-mono">{code}</span>
            <span className="ml-3 text-muted">{t('roadmap.horizon', { from: task.fromDay, to: task.toDay })}</span>
          </span>
        }
        lead={`${t('roadmap.metric')}: ${task.successMetric[language]}`}
      />
      <TaskStanding
        language={language} today={today} calendar={assessment.calendar} task={task} proof={proof} owners={owners} source={sourceWord(task.source, t)}
      />
      {task.requirements.length > 0 && (
        <Section title={t('task.evidence')} lead={t('item.evidenceLead')}>
          {task.requirements.map((requirement, index) => {
            const requirementProof = proof.requirements[index]
            return requirementProof && (
              <RequirementEvidence
                key={requirement.id} language={language} viewer={viewer} assessment={assessment} today={today}
                subject={{ ownerTeams: task.ownerTeams, reviewerId: null }} nameOf={nameOf} proof={requirementProof}
                requirement={{ ...requirement, title: requirement.title[language] }}
                evidence={evidence.filter(({ requirementId }) => requirementId === requirement.id)}
                submission={{
                  allowance: submission, disabledReason: refusalWord(submission, owners, t),
                  limitBytes: entered.uploadLimitBytes,
                }}
              />
            )
          })}
        </Section>
      )}
      <TaskWork language={language} slug={slug} task={task} viewer={viewer} owners={owners} />
      <Section title={t('roadmap.closes')}>
        {closed.length > 0
          ? <ItemLinks language={language} slug={slug} items={closed} proofs={verdict.items} />
          : <p className="text-muted">{t('roadmap.closesNothing')}</p>}
      </Section>
      {events.length > 0 && (
        <Section title={t('item.history')} id="activity">
          <EventList language={language} timeZone={assessment.timeZone} events={events.slice(0, limit)} nameOf={nameOf} teamNames={teamNames} />
          {events.length > limit && (
            <p className="mt-3 print:hidden"><a href={`/${slug}/roadmap/${code}${moreActivity(limit)}#activity`}>{t('activity.all')}</a></p>
          )}
        </Section>
      )}
    </AssessmentPage>
  )
}
