import { Table } from '@/components/ui/table'
import type { Language } from '@/lib/domain/language'
import { changedTerms, type PolicyTerms } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { TermValue } from './term-value'

interface PolicyDifferenceProps {
  language: Language
  slug: string
  before: PolicyTerms
  after: PolicyTerms
}

/** The terms in which two policies differ, side by side. */
export function PolicyDifference({ language, slug, before, after }: PolicyDifferenceProps) {
  const t = translator(language)
  const shared = { language, slug }
  return (
    <Table
      caption={t('policy.difference')} rows={changedTerms(before, after)} rowKey={term => term}
      columns={[
        { key: 'term', label: t('policy.term'), isRowHeader: true, cell: term => t(`policy.terms.${term}`) },
        { key: 'before', label: t('policy.inForce'), cell: term => <TermValue {...shared} terms={before} term={term} /> },
        { key: 'after', label: t('policy.proposed'), cell: term => <TermValue {...shared} terms={after} term={term} /> },
      ]}
    />
  )
}
