import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** What the assessment does not know: shown, never filled in. */
export function Gaps({ language, gaps }: {
  language: Language
  gaps: readonly { code: string; title: Bilingual; detail: Bilingual }[]
}) {
  const t = translator(language)
  return (
    <Section title={t('summary.gaps')} lead={t('summary.gapsCount', { count: gaps.length })}>
      <div className="border-t border-line">
        {gaps.map(gap => (
          <details key={gap.code} id={gap.code} className="border-b border-line py-1.5">
            <summary>{gap.title[language]}</summary>
            <p className="mt-1 max-w-reading pl-4 text-muted">{gap.detail[language]}</p>
          </details>
        ))}
      </div>
    </Section>
  )
}
