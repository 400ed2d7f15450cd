import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** What the source does not say and the assessment had to decide. */
export function Assumptions({ language, assumptions }: {
  language: Language
  assumptions: readonly { key: string; text: Bilingual }[]
}) {
  if (assumptions.length === 0) return null
  const t = translator(language)
  return (
    <Section title={t('summary.assumptions')}>
      <details>
        <summary className="text-accent">{t('summary.assumptionsLead')}</summary>
        <ul className="mt-2 max-w-reading list-disc space-y-1 pl-6">
          {assumptions.map(({ key, text }) => <li key={key}>{text[language]}</li>)}
        </ul>
      </details>
    </Section>
  )
}
