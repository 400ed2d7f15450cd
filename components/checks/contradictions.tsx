import { Section } from '@/components/ui/section'
import type { DeclaredStatus } from '@/lib/domain/items'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { ItemProof } from '@/lib/domain/proof'
import { checkWords } from '@/lib/i18n/checks/words'
import { translator } from '@/lib/i18n/translate'

interface ContradictionsProps {
  language: Language
  slug: string
  items: readonly { code: string; requirement: Bilingual; declaredStatus: DeclaredStatus }[]
  proofOf: (code: string) => ItemProof | undefined
}

/** What was declared done while a file refutes it, itself or through a control that supports it; nothing where there is none. */
export function Contradictions({ language, slug, items, proofOf }: ContradictionsProps) {
  const t = translator(language)
  const contradicted = items.flatMap(item => {
    const proof = proofOf(item.code)
    if (item.declaredStatus !== 'done' || proof?.status !== 'refuted') return []
    const titles = proof.failedChecks.map(({ check }) => checkWords(check, language)?.title ?? check)
    return [{ ...item, reasons: [...new Set([...titles, ...proof.refutedBy])] }]
  })
  if (contradicted.length === 0) return null
  return (
    <Section title={t('checks.contradictions')} lead={t('checks.contradictionsLead')}>
      <ul className="border-t border-line">
        {contradicted.map(({ code, requirement, reasons }) => (
          <li key={code} className="border-b border-line py-1.5">
            <a href={`/${slug}/items/${code}`}><span className="font-mono">{code}</span> {requirement[language]}</a>
            <span className="text-muted"> · {reasons.join('; ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
