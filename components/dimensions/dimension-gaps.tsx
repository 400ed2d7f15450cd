import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface DimensionGapsProps {
  language: Language
  gaps: readonly { code: string; title: Bilingual; detail: Bilingual }[]
}

/** What the assessment does not know of a dimension; nothing where it knows all that it says. */
export function DimensionGaps({ language, gaps }: DimensionGapsProps) {
  if (gaps.length === 0) return null
  const t = translator(language)
  return (
    <Section title={t('dimensions.gaps')} lead={t('dimensions.gapsLead')}>
      <ul className="border-t border-line">
        {gaps.map(({ code, title, detail }) => (
          <li key={code} id={code} className="gap-x-2 border-b border-line py-2 desk:flex">
            <span className="block shrink-0 font-mono text-small leading-6 text-muted desk:w-20">{code}</span>
            <div className="min-w-0 max-w-reading">
              <h3>{title[language]}</h3>
              <p className="text-muted">{detail[language]}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
