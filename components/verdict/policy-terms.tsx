import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import type { Language } from '@/lib/domain/language'
import type { Policy } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'

interface PolicyTermsProps {
  language: Language
  slug: string
  policy: Policy
  /** Where its earlier versions are, unless the page shows them. */
  historyHref?: string
  /** Whether a change waits for a decision; said beside the way to it. */
  changeWaits?: boolean
}

/** The policy that the verdict was taken under. */
export function PolicyTerms({ language, slug, policy, historyHref, changeWaits = false }: PolicyTermsProps) {
  const t = translator(language)
  const codes = (list: readonly string[]) => (
    <span className="flex flex-wrap gap-x-3 font-mono text-small leading-6">
      {list.map(code => <a key={code} href={`/${slug}/items/${code}`}>{code}</a>)}
    </span>
  )
  const { closeWithinDays, horizonDays, decisionDays, extensions } = policy
  return (
    <Section title={t('verdict.policy')} lead={t('verdict.policyLead', { version: policy.version })}>
      <DefinitionList
        entries={[
          { term: t('verdict.policyGates'), value: codes(policy.gates) },
          { term: t('verdict.policyCritical'), value: codes(policy.critical) },
          { term: t('verdict.policyClose'), value: t('verdict.days', { days: closeWithinDays }) },
          { term: t('verdict.policyHorizon'), value: t('verdict.days', { days: horizonDays }) },
          { term: t('verdict.policyDecision'), value: t('verdict.decisionDays', { days: decisionDays, extensions }) },
        ]}
      />
      {historyHref && <p className="mt-3">{changeWaits && <>{t('policy.waits')} </>}<a href={historyHref}>{t('verdict.policyHistory')}</a></p>}
    </Section>
  )
}
