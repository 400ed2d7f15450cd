import type { Metadata } from 'next'
import { BlockerTable } from '@/components/verdict/blocker-table'
import { blockingText } from '@/components/verdict/blocking-text'
import { PathSteps } from '@/components/verdict/path-steps'
import { PolicyTerms } from '@/components/verdict/policy-terms'
import { RuleTrace } from '@/components/verdict/rule-trace'
import { Ruling } from '@/components/verdict/ruling'
import { WayToGo } from '@/components/verdict/way-to-go'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { localDateAt } from '@/lib/domain/dates'
import { lastDayOf, pathToGo } from '@/lib/domain/path-to-go'
import { earliestGo, smallestBlockingSet } from '@/lib/domain/verdict-path'
import { roadmapChangesAt } from '@/lib/domain/roadmap'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { getTeamNames } from '@/lib/queries/people'
import { listWithOpenProposal } from '@/lib/queries/policy'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../assessment-page'

export const generateMetadata = (): Promise<Metadata> => pageTitle('verdict.title')

/** The verdict with all that explains it: what blocks, the way to go, the rules, the policy. */
export default async function VerdictPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const [{ snapshot, verdict }, teamNames, waiting] = await Promise.all([
    getVerdict(assessment, now), getTeamNames(viewer), listWithOpenProposal([assessment]),
  ])
  const { facts, policy, items, tasks } = snapshot
  const today = localDateAt(now, assessment.timeZone)
  const earliest = earliestGo(facts, policy, now)
  const steps = pathToGo(facts, policy, now)
  const itemsOf = (codes: readonly string[]) => {
    const wanted = new Set(codes)
    return items.filter(({ code }) => wanted.has(code))
  }
  const blocking = blockingText(verdict, language)
  const groups = (['gates', 'critical', 'standard', 'controls'] as const).filter(group => verdict.blockers[group].length > 0)

  return (
    <AssessmentPage
      entered={entered} current="verdict"
      kept={{ audience: 'everyone', until: roadmapChangesAt(verdict.nextChangeAt, today, assessment.timeZone) }}
    >
      <PageHeader
        language={language} title={t('verdict.title')}
        actions={<LinkButton href={`/${slug}/verdict/what-if`}>{t('whatIf.open')}</LinkButton>}
      />
      <Ruling language={language} verdict={verdict} timeZone={assessment.timeZone} />
      <WayToGo
        language={language} slug={slug} items={items} tasks={tasks} earliest={earliest}
        smallest={smallestBlockingSet(facts, policy, now)} last={lastDayOf(earliest, verdict, tasks, today)}
      />
      <PathSteps language={language} slug={slug} today={today} steps={steps} items={items} tasks={tasks} />
      <Section title={t('verdict.blocks')}>
        {blocking !== null && <p>{blocking}</p>}
        {groups.map(group => (
          <Section key={group} level={3} title={`${t(`verdict.group.${group}`)} (${verdict.blockers[group].length})`} lead={t(`verdict.groupHint.${group}`)}>
            <BlockerTable
              language={language} slug={slug} caption={t(`verdict.group.${group}`)} proofs={verdict.items} today={today} teamNames={teamNames}
              items={itemsOf(verdict.blockers[group])}
            />
          </Section>
        ))}
      </Section>
      <Section title={t('verdict.trace')} lead={t('verdict.traceLead')}>
        <RuleTrace language={language} trace={verdict.trace} />
      </Section>
      {policy && (
        <PolicyTerms
          language={language} slug={slug} policy={policy} historyHref={`/${slug}/settings/policy`} changeWaits={waiting.has(assessment.id)}
        />
      )}
    </AssessmentPage>
  )
}
