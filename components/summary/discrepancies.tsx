import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface Discrepancy {
  code: string
  title: Bilingual
  statements: { source: Bilingual; says: Bilingual }[]
  consequence: Bilingual
  itemCodes: string[]
}

/** Where the assessment contradicts itself: both statements stand, neither is chosen in silence. */
export function Discrepancies({ language, slug, discrepancies }: {
  language: Language
  slug: string
  discrepancies: readonly Discrepancy[]
}) {
  const t = translator(language)
  return (
    <Section title={t('summary.discrepancies')} lead={t('summary.discrepanciesCount', { count: discrepancies.length })}>
      <div className="border-t border-line">
        {discrepancies.map(({ code, title, statements, consequence, itemCodes }) => (
          <details key={code} id={code} className="border-b border-line py-1.5">
            <summary>{title[language]}</summary>
            <dl className="mt-2 space-y-1 pl-4">
              {statements.map((statement, index) => (
                <div key={index}>
                  <dt className="text-small text-muted">{statement.source[language]}</dt>
                  <dd>{statement.says[language]}</dd>
                </div>
              ))}
              <div>
                <dt className="text-small text-muted">{t('summary.consequence')}</dt>
                <dd>{consequence[language]}</dd>
              </div>
            </dl>
            <p className="mt-1 flex flex-wrap gap-x-3 pl-4 font-mono text-small">
              {itemCodes.map(item => <a key={item} href={`/${slug}/items/${item}`}>{item}</a>)}
            </p>
          </details>
        ))}
      </div>
    </Section>
  )
}
