import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Activity } from '@/components/activity/activity'
import { readActivityLimit } from '@/components/activity/activity-search'
import { RequirementEvidence } from '@/components/evidence/requirement-evidence'
import { ItemSource } from '@/components/items/item-source'
import { ItemStanding } from '@/components/items/item-standing'
import { ItemWork } from '@/components/items/item-work'
import { RelatedItems } from '@/components/items/related-items'
import { refusalWord } from '@/components/items/refusal'
import { CriticalityTag } from '@/components/status/criticality-tag'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { concernsOnly } from '@/lib/domain/changes'
import { localDateAt } from '@/lib/domain/dates'
import { inLanguage } from '@/lib/domain/language'
import { canWrite } from '@/lib/domain/permissions'
import { concernsOf } from '@/lib/domain/related-items'
import { teamWords } from '@/lib/domain/team-words'
import { enterAssessment } from '@/lib/doors/page'
import { countComments, getFollowing, listComments } from '@/lib/queries/comments'
import { listEvidence } from '@/lib/queries/evidence'
import { listEventsOf } from '@/lib/queries/events'
import { getItemParticulars } from '@/lib/queries/items'
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

/** One item: what is claimed beside what is proven and why, what proves it, and what was said and done. */
export default async function ItemPage({ params, searchParams }: Props) {
  const { assessment: slug, code } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const { snapshot, verdict } = await getVerdict(assessment, now)
  const item = snapshot.items.find(candidate => candidate.code === code)
  const proof = verdict.items.get(code)
  if (!item || !proof) notFound()
  const limit = readActivityLimit(await searchParams)
  const [particulars, evidence, events, comments, commentCount, following, people, teamNames] = await Promise.all([
    getItemParticulars(assessment, item.id, code),
    listEvidence(assessment, item.requirements.map(({ id }) => id)),
    // One more of each than is shown says whether there is more.
    listEventsOf(viewer, assessment, { type: 'item', id: item.id }, limit + 1),
    listComments(assessment, item.id, limit + 1),
    countComments(assessment, item.id),
    getFollowing(viewer, item.id),
    listPeople(viewer),
    getTeamNames(viewer),
  ])
  const names = new Map(people.map(person => [person.id, person.name]))
  const nameOf = (id: string) => names.get(id) ?? t('evidence.somebody')
  const named = people.map(person => ({ ...person, name: nameOf(person.id) }))
  const ownerNames = teamWords(item.ownerTeams, teamNames, language)
  const today = localDateAt(now, assessment.timeZone)
  const submission = canWrite(viewer, 'evidence.submit', item)
  const dimension = snapshot.dimensions.find(({ key }) => key === item.dimensionKey)
  const concerns = concernsOnly(concernsOf(item, snapshot.items, snapshot.tasks), { othersProof: false })
  // Who reviews depends on who submitted, so the page is one person's.
  return (
    <AssessmentPage entered={entered} current="items" kept={{ audience: 'person', until: verdict.nextChangeAt, concerns }}>
      <PageHeader
        language={language} title={inLanguage(item.requirement, language)}
        breadcrumbs={[{ href: `/${slug}/items`, label: t('nav.items') }]}
        marks={<><span className="font-mono text-small">{item.code}</span><CriticalityTag criticality={item.criticality} language={language} /></>}
        lead={inLanguage(item.criterion, language)}
        actions={<LinkButton href="#activity" size="small">{t('activity.toComments', { count: commentCount })}</LinkButton>}
      />
      <ItemStanding
        language={language} slug={slug} today={today} calendar={assessment.calendar} item={item} proof={proof} owners={ownerNames} nameOf={nameOf}
        dimension={dimension ? { key: dimension.key, title: inLanguage(dimension.title, language) } : null}
        claim={particulars.claim} viewer={viewer}
      />
      <Section title={t('item.evidence')} lead={t('item.evidenceLead')}>
        {item.requirements.map(requirement => {
          const requirementProof = proof.requirements.find(({ key }) => key === requirement.key)
          return requirementProof && (
            <RequirementEvidence
              key={requirement.id} language={language} viewer={viewer} assessment={assessment} today={today} subject={item}
              nameOf={nameOf} proof={requirementProof}
              requirement={{ ...requirement, title: inLanguage(requirement.title, language) }}
              evidence={evidence.filter(({ requirementId }) => requirementId === requirement.id)}
              submission={{ allowance: submission, disabledReason: refusalWord(submission, ownerNames, t), limitBytes: entered.uploadLimitBytes }}
            />
          )
        })}
      </Section>
      <ItemWork
        language={language} slug={slug} item={item} viewer={viewer} owners={ownerNames} people={named}
      />
      <RelatedItems
        language={language} slug={slug} item={item} items={snapshot.items} proofs={verdict.items}
        tasks={snapshot.tasks.filter(task => task.closes.includes(code))}
      />
      <ItemSource language={language} slug={slug} item={item} particulars={particulars} />
      <Activity
        language={language} assessment={assessment} code={code} viewer={viewer} following={following}
        comments={comments} events={events} people={named} nameOf={nameOf}
        teamNames={teamNames} limit={limit}
      />
    </AssessmentPage>
  )
}
