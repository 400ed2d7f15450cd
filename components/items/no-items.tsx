import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface NoItemsProps {
  language: Language
  /** The filters that are set, in words. */
  filters: readonly string[]
  clearHref: string
}

/** Why a list of items is empty, and the way back to all of them. */
export function NoItems({ language, filters, clearHref }: NoItemsProps) {
  const t = translator(language)
  if (filters.length === 0) return <EmptyState title={t('items.none')} />
  return (
    <EmptyState
      title={t('items.noneFits')}
      action={<LinkButton href={clearHref}>{t('items.filter.clear')}</LinkButton>}
    >
      <p>{t('items.noneFitsLead')}</p>
      <ul className="mt-1 list-disc pl-5">{filters.map(words => <li key={words}>{words}</li>)}</ul>
    </EmptyState>
  )
}
