import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** As many items as a page names in one place; what else there is, is looked for in the list. */
export const mostNamed = 50

interface MoreItemsProps {
  language: Language
  /** Where they are: the list of items, filtered and sorted. */
  href: string
  count: number
}

/** How many items a page leaves out, if any, and the way to them. */
export function MoreItems({ language, href, count }: MoreItemsProps) {
  if (count <= 0) return null
  return (
    <p className="mt-2">
      <a href={href}>{translator(language)('items.more', { count })}</a>
    </p>
  )
}

/** The list of all items, worst proven first. */
export function worstProven(slug: string): string {
  return `/${slug}/items?kind=all&sort=proven`
}
