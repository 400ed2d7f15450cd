import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { sourceWord } from './source-word'

interface ItemSourceProps {
  language: Language
  slug: string
  item: { source: { table: number; row: number } | { section: string; numeral?: string }; category: Bilingual | null; kind: 'checklist' | 'control' }
  particulars: {
    details: { label: Bilingual; value: Bilingual }[]
    references: { number: number; title: string; url: string }[]
    recommendations: { section: string; numeral: string; label: Bilingual }[]
    discrepancies: { code: string; title: Bilingual }[]
  }
}

/** What the assessment itself says of an item, where, and where it contradicts itself. */
export function ItemSource({ language, slug, item, particulars }: ItemSourceProps) {
  const t = translator(language)
  const { details, references, recommendations, discrepancies } = particulars
  return (
    <Section title={t('item.details')}>
      <DefinitionList
        entries={[
          { term: t('item.source'), value: `${sourceWord(item.source, t)} · ${t(`item.kind.${item.kind}`)}` },
          ...(item.category ? [{ term: t('item.category'), value: item.category[language] }] : []),
          ...details.map(({ label, value }) => ({ term: label[language], value: value[language] })),
          ...(recommendations.length > 0 ? [{
            term: t('item.recommendations'),
            value: (
              <ul>{recommendations.map(r => (
                <li key={`${r.section} ${r.numeral}`}>{r.label[language]} <span className="text-small text-muted">({sourceWord(r, t)})</span></li>
              ))}</ul>
            ),
          }] : []),
          ...(discrepancies.length > 0 ? [{
            term: t('item.discrepancies'),
            value: <ul>{discrepancies.map(d => <li key={d.code}><a href={`/${slug}#${d.code}`}>{d.title[language]}</a></li>)}</ul>,
          }] : []),
          ...(references.length > 0 ? [{
            term: t('item.references'),
            value: (
              <ul>{references.map(r => (
                <li key={r.number}><a href={r.url} rel="noreferrer noopener" target="_blank">{r.title}</a></li>
              ))}</ul>
            ),
          }] : []),
        ]}
      />
    </Section>
  )
}
