import { DeclaredTag } from '@/components/status/declared-tag'
import { ProvenTag } from '@/components/status/proven-tag'
import { Section } from '@/components/ui/section'
import type { DeclaredStatus } from '@/lib/domain/items'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { ItemProof } from '@/lib/domain/proof'
import { translator } from '@/lib/i18n/translate'

interface Row {
  code: string
  requirement: Bilingual
  declaredStatus: DeclaredStatus
  supports: readonly string[]
}

interface RelatedItemsProps {
  language: Language
  slug: string
  item: { code: string; supports: readonly string[] }
  items: readonly Row[]
  proofs: ReadonlyMap<string, ItemProof>
  tasks: readonly { code: string; title: Bilingual }[]
}

/** The controls that support an item, what it supports itself, and the tasks that close it. */
export function RelatedItems({ language, slug, item, items, proofs, tasks }: RelatedItemsProps) {
  const t = translator(language)
  const supporters = items.filter(({ supports }) => supports.includes(item.code))
  const supported = items.filter(({ code }) => item.supports.includes(code))
  return (
    <>
      {supporters.length > 0 && (
        <Section title={t('item.supportedBy')}><ItemLinks {...{ language, slug, proofs }} items={supporters} /></Section>
      )}
      {supported.length > 0 && (
        <Section title={t('item.supports')}><ItemLinks {...{ language, slug, proofs }} items={supported} /></Section>
      )}
      {tasks.length > 0 && (
        <Section title={t('item.tasks')}>
          <ul className="border-t border-line">
            {tasks.map(task => (
              <li key={task.code} className="flex gap-4 border-b border-line py-1.5">
                <a href={`/${slug}/roadmap#${task.code}`}>{task.title[language]}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Items as links, each with what is declared beside what is proven. */
export function ItemLinks({ language, slug, items, proofs }: {
  language: Language
  slug: string
  items: readonly Omit<Row, 'supports'>[]
  proofs: ReadonlyMap<string, ItemProof>
}) {
  return (
    <ul className="border-t border-line">
      {items.map(({ code, requirement, declaredStatus }) => (
        <li key={code} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-1.5">
          <span className="w-20 font-mono text-small">{code}</span>
          <a href={`/${slug}/items/${code}`} className="min-w-0 grow basis-60">{requirement[language]}</a>
          <span className="flex flex-wrap gap-2 phone:ml-24">
            <DeclaredTag status={declaredStatus} language={language} />
            <ProvenTag status={proofs.get(code)?.status ?? 'unmet'} language={language} />
          </span>
        </li>
      ))}
    </ul>
  )
}
