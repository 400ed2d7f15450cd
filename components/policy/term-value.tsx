import type { Language } from '@/lib/domain/language'
import type { PolicyTerms } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'

interface TermValueProps {
  language: Language
  slug: string
  terms: PolicyTerms
  term: keyof PolicyTerms
}

/** One term of a policy in words. */
export function TermValue({ language, slug, terms, term }: TermValueProps) {
  const t = translator(language)
  const value = terms[term]
  if (term === 'extensions') return t('policy.extensions', { extensions: terms.extensions })
  if (typeof value === 'number') return t('verdict.days', { days: value })
  if (value.length === 0) return t('admin.none')
  return (
    <span className="flex flex-wrap gap-x-3 font-mono text-small leading-6">
      {value.map(code => <a key={code} href={`/${slug}/items/${code}`}>{code}</a>)}
    </span>
  )
}
