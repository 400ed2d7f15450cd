import type { Metadata } from 'next'
import { BlockerTable } from '@/components/verdict/blocker-table'
import { PolicyTerms } from '@/components/verdict/policy-terms'
import { RuleTrace } from '@/components/verdict/rule-trace'
import { Ruling } from '@/components/verdict/ruling'
import { WayToGo } from '@/components/verdict/way-to-go'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { localDateAt } from '@/lib/domain/dates'
import { earliestGo, smallestBlockingSet } from '@/lib/domain/verdict-path'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { getTeamNames } from '@/lib/queries/people'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../assessment-page'

export const generateMetadata = (): Promise<Metadata> => pageTitle('verdict.title')

/** The verdict with all that explains it: what blocks, the way to go, the rules, the policy. */
export default async function VerdictPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const [{ snapshot, verdict }, teamNames] = await Promise.all([getVerdict(assessment, now), getTeamNames(viewer)])
  const { facts, policy } = snapshot
  const today = localDateAt(now, assessment.timeZone)
  const groups = (['gates', 'critical', 'standard', 'controls'] as const).filter(group => verdict.blockers[group].length > 0)
  entered.declareCacheable({ audience: 'everyone', until: verdict.nextChangeAt })

  return (
    <AssessmentPage entered={entered} current="verdict">
      <PageHeader language={language} title={t('verdict.title')} />
      <Ruling language={language} verdict={verdict} timeZone={assessment.timeZone} />
      <WayToGo
        language={language} slug={slug} items={snapshot.items}
        smallest={smallestBlockingSet(facts, policy, now)} earliest={earliestGo(facts, policy, now)}
      />
      <Section title={t('verdict.blocks')}>
        {groups.length === 0 && <p>{t('verdict.blocksNothing')}</p>}
        {groups.map(group => (
          <Section key={group} level={3} title={`${t(`verdict.group.${group}`)} (${verdict.blockers[group].length})`} lead={t(`verdict.groupHint.${group}`)}>
            <BlockerTable
              language={language} slug={slug} caption={t(`verdict.group.${group}`)} proofs={verdict.items} today={today} teamNames={teamNames}
              items={snapshot.items.filter(({ code }) => verdict.blockers[group].includes(code))}
            />
          </Section>
        ))}
      </Section>
      <Section title={t('verdict.trace')} lead={t('verdict.traceLead')}>
        <RuleTrace language={language} trace={verdict.trace} />
      </Section>
      {policy && <PolicyTerms language={language} slug={slug} policy={policy} />}
    </AssessmentPage>
  )
}
