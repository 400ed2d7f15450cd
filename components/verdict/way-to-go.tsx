import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { BlockingSet, EarliestGo } from '@/lib/domain/verdict-path'
import { formatDate } from '@/lib/i18n/format'
import { translator, type Translate } from '@/lib/i18n/translate'

interface WayToGoProps {
  language: Language
  slug: string
  items: readonly { code: string; requirement: Bilingual }[]
  smallest: BlockingSet | null
  earliest: EarliestGo
}

/** The smallest set of items whose proof raises the outcome, and the earliest date of a go. */
export function WayToGo({ language, slug, items, smallest, earliest }: WayToGoProps) {
  const t = translator(language)
  const named = smallest ? items.filter(({ code }) => smallest.codes.includes(code)) : []
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <Section title={t('verdict.smallest')}>
        {smallest === null ? <p>{t('verdict.smallestNone')}</p> : (
          <>
            <p className="text-large font-medium">{t('verdict.smallestCount', { count: smallest.codes.length })}</p>
            <p>{t('verdict.smallestLead', { ceiling: smallest.ceiling })}</p>
            <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 font-mono text-small">
              {named.map(({ code, requirement }) => (
                <a key={code} href={`/${slug}/items/${code}`} title={requirement[language]}>{code}</a>
              ))}
            </p>
          </>
        )}
      </Section>
      <Section title={t('verdict.earliest')}><p>{earliestText(earliest, language, t)}</p></Section>
    </div>
  )
}

function earliestText(earliest: EarliestGo, language: Language, t: Translate): string {
  switch (earliest.reason) {
    case 'reached': return t('verdict.earliestReached')
    case 'planned': return t('verdict.earliestPlanned', { date: formatDate(earliest.on, language), codes: some(earliest.codes, t) })
    case 'undated': return t('verdict.earliestUndated', { codes: some(earliest.codes, t) })
    case 'overdue': return t('verdict.earliestOverdue', { codes: some(earliest.codes, t) })
    case 'not_evaluated': return t('verdict.earliestNot')
  }
}

/** The first few of many codes, and how many more there are. */
function some(codes: readonly string[], t: Translate): string {
  const shown = 6
  if (codes.length <= shown) return codes.join(', ')
  return t('verdict.andMore', { codes: codes.slice(0, shown).join(', '), count: codes.length - shown })
}
