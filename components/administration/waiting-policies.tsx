import { Notice } from '@/components/ui/notice'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface WaitingPoliciesProps {
  language: Language
  /** In which a change of the policy waits for an administrator. */
  assessments: readonly { slug: string; title: Bilingual }[]
}

/** The way to every change of a policy that waits for a decision; nothing where none does. */
export function WaitingPolicies({ language, assessments }: WaitingPoliciesProps) {
  if (assessments.length === 0) return null
  const t = translator(language)
  return (
    <div className="mb-6">
      <Notice tone="info" title={t('policy.waiting', { count: assessments.length })}>
        <ul>
          {assessments.map(({ slug, title }) => <li key={slug}><a href={`/${slug}/settings/policy`}>{title[language]}</a></li>)}
        </ul>
      </Notice>
    </div>
  )
}
