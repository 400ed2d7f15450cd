import { MoreItems, mostNamed, worstProven } from '@/components/items/more-items'
import { Section } from '@/components/ui/section'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { LastDay } from '@/lib/domain/path-to-go'
import type { BlockingSet, EarliestGo } from '@/lib/domain/verdict-path'
import { formatDate } from '@/lib/i18n/format'
import { translator, type Translate } from '@/lib/i18n/translate'

interface WayToGoProps {
  language: Language
  slug: string
  items: readonly { code: string; requirement: Bilingual }[]
  tasks: readonly { code: string; title: Bilingual }[]
  smallest: BlockingSet | null
  earliest: EarliestGo
  /** What determines the earliest date, where there is one. */
  last: LastDay | null
}

/** The smallest set of items whose proof raises the outcome, and the earliest date of a go with what determines it. */
export function WayToGo({ language, slug, items, tasks, smallest, earliest, last }: WayToGoProps) {
  const t = translator(language)
  const smallestCodes = new Set(smallest?.codes)
  const lastCodes = new Set(last?.items)
  const itemOf = new Map(items.map(item => [item.code, item]))
  const named = items.filter(({ code }) => smallestCodes.has(code))
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <Section title={t('verdict.smallest')}>
        {smallest === null ? <p>{t('verdict.smallestNone')}</p> : (
          <>
            <p className="text-large font-medium">{t('verdict.smallestCount', { count: smallest.codes.length })}</p>
            <p>{t('verdict.smallestLead', { ceiling: smallest.ceiling })}</p>
            <div className="mt-2"><ItemCodes slug={slug} language={language} items={named} /></div>
            <MoreItems language={language} href={worstProven(slug)} count={named.length - mostNamed} />
          </>
        )}
      </Section>
      <Section title={t('verdict.earliest')}>
        {last === null ? <p>{earliestText(earliest, t)}</p> : (
          <>
            <p className="text-large font-medium">{formatDate(last.on, language)}</p>
            <p>{t('pathToGo.ifProven')}</p>
            <ul className="mt-2">
              {items.filter(({ code }) => lastCodes.has(code)).slice(0, mostNamed).map(({ code, requirement }) => (
                <li key={code}>
                  {t('pathToGo.dueLast')} <a href={`/${slug}/items/${code}`}>{code}</a>, {requirement[language]}
                </li>
              ))}
              {tasks.filter(({ code }) => last.tasks.includes(code)).map(({ code, title }) => (
                <li key={code}>
                  {t('pathToGo.endsLast')} <a href={`/${slug}/roadmap/${code}`}>{code}</a>, {title[language]}
                </li>
              ))}
            </ul>
            <MoreItems language={language} href={worstProven(slug)} count={lastCodes.size - mostNamed} />
            {last.lapsing.length > 0 && (
              <div className="mt-2">
                <p>{t('pathToGo.ifRenewed')}</p>
                <ItemCodes slug={slug} language={language} items={last.lapsing.flatMap(code => itemOf.get(code) ?? [])} />
                <MoreItems language={language} href={`/${slug}/items?kind=all&proven=proven`} count={last.lapsing.length - mostNamed} />
              </div>
            )}
          </>
        )}
      </Section>
    </div>
  )
}

/** The first of many items by their codes. */
function ItemCodes({ language, slug, items }: Pick<WayToGoProps, 'language' | 'slug' | 'items'>) {
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 font-mono text-small">
      {items.slice(0, mostNamed).map(({ code, requirement }) => (
        <a key={code} href={`/${slug}/items/${code}`} title={requirement[language]}>{code}</a>
      ))}
    </p>
  )
}

function earliestText(earliest: EarliestGo, t: Translate): string {
  switch (earliest.reason) {
    case 'reached': return t('verdict.earliestReached')
    case 'undated': return t('verdict.earliestUndated', { codes: some(earliest.codes, t) })
    case 'overdue': return t('verdict.earliestOverdue', { codes: some(earliest.codes, t) })
    default: return t('verdict.earliestNot')
  }
}

/** The first few of many codes, and how many more there are. */
function some(codes: readonly string[], t: Translate): string {
  const shown = 6
  if (codes.length <= shown) return codes.join(', ')
  return t('verdict.andMore', { codes: codes.slice(0, shown).join(', '), count: codes.length - shown })
}
