import { ActionButton } from '@/components/forms/action-button'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ui/section'
import { withdrawPolicy } from '@/lib/actions/policy'
import type { Language } from '@/lib/domain/language'
import { canDecidePolicy, hasPermission, type Viewer } from '@/lib/domain/permissions'
import type { Policy, PolicyTerms } from '@/lib/domain/policy'
import type { Verdict } from '@/lib/domain/verdict'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { DecisionForm } from './decision-form'
import { PolicyDifference } from './policy-difference'
import { PolicyEffect } from './policy-effect'

interface OpenProposalProps {
  language: Language
  slug: string
  timeZone: string
  viewer: Viewer
  policy: Policy
  proposal: { id: string; baseVersion: number; terms: PolicyTerms; reason: string; proposerId: string; proposedAt: Date }
  /** The verdict as it stands, and as it would stand under the proposal. */
  now: Verdict
  then: Verdict
  nameOf: (userId: string) => string
}

/** A change that waits: what differs, what the verdict would be, and the ruling of a second administrator. */
export function OpenProposal({ language, slug, timeZone, viewer, policy, proposal, now, then, nameOf }: OpenProposalProps) {
  const t = translator(language)
  const word = (allowance: ReturnType<typeof canDecidePolicy>) => (allowance.allowed ? undefined : t(`refusal.${allowance.reason}`))
  const { id, terms, reason, proposerId, proposedAt } = proposal
  const words = formWords(t)
  return (
    <Section
      title={t('policy.open')} lead={t('policy.proposedBy', { name: nameOf(proposerId), at: formatInstant(proposedAt, language, timeZone) })}
      actions={proposerId === viewer.userId && (
        <ActionButton
          action={withdrawPolicy} input={{ assessment: slug, proposal: id }}
          words={{ ...words, saved: t('policy.wasWithdrawn'), label: t('policy.withdraw') }}
        />
      )}
    >
      <p className="max-w-reading">{t('event.reason', { reason })}</p>
      <div className="mt-4"><PolicyDifference language={language} slug={slug} before={policy} after={terms} /></div>
      <Section level={3} title={t('policy.effect')}><PolicyEffect language={language} now={now} then={then} /></Section>
      {hasPermission(viewer, 'administration.read') && (
        <Section level={3} title={t('policy.decide')}>
          <DecisionForm
            key={id} assessment={slug} proposal={id} userId={viewer.userId}
            disabledReason={word(canDecidePolicy(viewer, proposal, policy.version, false))}
            approveDisabledReason={word(canDecidePolicy(viewer, proposal, policy.version, true))}
            words={{ ...words, reason: t('policy.decideReason'), reasonHint: t('policy.decideReasonHint'), approve: t('policy.approve'), refuse: t('policy.refuse') }}
          />
        </Section>
      )}
    </Section>
  )
}
