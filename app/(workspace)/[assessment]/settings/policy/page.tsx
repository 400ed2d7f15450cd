import type { Metadata } from 'next'
import { formWords } from '@/components/forms/form-words'
import { PolicyHistory } from '@/components/policy/policy-history'
import { OpenProposal } from '@/components/policy/open-proposal'
import { ProposalForm } from '@/components/policy/proposal-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { PolicyTerms } from '@/components/verdict/policy-terms'
import { criticalities } from '@/lib/domain/items'
import { hasPermission } from '@/lib/domain/permissions'
import { decide } from '@/lib/domain/verdict'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { getPeople } from '@/lib/queries/people'
import { getPolicyHistory } from '@/lib/queries/policy'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../../assessment-page'

export const generateMetadata = (): Promise<Metadata> => pageTitle('policy.title')

/** The policy in force, the change that waits for a second administrator, and every change before it. */
export default async function PolicyPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { viewer, language, t, now, assessment } = entered
  const [{ snapshot, verdict }, { versions, proposals }] = await Promise.all([getVerdict(assessment, now), getPolicyHistory(assessment)])
  const { facts, policy, items } = snapshot
  const open = proposals.find(({ decidedAt }) => decidedAt === null)
  const then = open && decide(facts, { ...open.terms, version: open.baseVersion + 1 }, now)
  const people = await getPeople(viewer, proposals.flatMap(({ proposerId, deciderId }) => (deciderId ? [proposerId, deciderId] : [proposerId])))
  const nameOf = (id: string) => people.get(id)?.name ?? t('evidence.somebody')
  // Who may decide depends on who proposed.
  const changes = [verdict.nextChangeAt, then?.nextChangeAt].filter(at => at instanceof Date).sort((a, b) => a.getTime() - b.getTime())

  return (
    <AssessmentPage entered={entered} current="verdict" kept={{ audience: 'person', until: changes[0] ?? null }}>
      <PageHeader
        language={language} title={t('policy.title')} lead={t('policy.lead')}
        breadcrumbs={[{ href: `/${slug}/verdict`, label: t('nav.verdict') }]}
      />
      {policy && open && then && (
        <OpenProposal
          language={language} slug={slug} timeZone={assessment.timeZone} viewer={viewer} policy={policy} proposal={open}
          now={verdict} then={then} nameOf={nameOf}
        />
      )}
      {policy && <PolicyTerms language={language} slug={slug} policy={policy} />}
      <Section title={t('policy.history')}>
        <PolicyHistory
          language={language} slug={slug} timeZone={assessment.timeZone} versions={versions} nameOf={nameOf}
          proposals={proposals.filter(({ decidedAt }) => decidedAt !== null)}
        />
      </Section>
      {policy && hasPermission(viewer, 'policy.propose') && (
        <Section title={t('policy.propose')} lead={t('policy.proposeLead')}>
          <ProposalForm
            assessment={slug} version={policy.version} userId={viewer.userId} terms={policy}
            disabledReason={open && t('policy.anotherWaits')}
            items={items.filter(({ kind }) => kind === 'checklist').map(({ code, requirement, criticality }) => (
              { code, requirement: requirement[language], criticality }))}
            words={{
              ...formWords(t), items: t('policy.items'), propose: t('policy.sendProposal'),
              criticalities: criticalities.map(value => ({ value, label: t(`status.criticality.${value}`) })),
              numbers: {
                closeWithinDays: t('policy.terms.closeWithinDays'), horizonDays: t('policy.terms.horizonDays'),
                decisionDays: t('policy.terms.decisionDays'), extensions: t('policy.terms.extensions'),
              },
              reason: t('policy.reason'), reasonHint: t('policy.reasonHint'),
              overtaken: t('policy.overtaken'), overtakenAdvice: t('policy.overtakenAdvice'),
              keepYours: t('form.keepYours'), keepTheirs: t('form.keepTheirs'),
            }}
          />
        </Section>
      )}
    </AssessmentPage>
  )
}
