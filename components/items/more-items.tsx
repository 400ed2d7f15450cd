import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** As many items as a page names in one place; what else there is, is looked for in the list. */
export const mostNamed = 50

/** How many items a page leaves out, if any, and where they are: in the list, worst proven first. */
export function MoreItems({ language, slug, count }: { language: Language; slug: string; count: number }) {
  if (count <= 0) return null
  return (
    <p className="mt-2">
      <a href={`/${slug}/items?kind=all&sort=proven`}>{translator(language)('items.more', { count })}</a>
    </p>
  )
}
