import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** Leads past the navigation to the element with the id `content`; seen only when focused. */
export function SkipLink({ language }: { language: Language }) {
  return (
    <a
      href="#content"
      className={
        'sr-only bg-raised focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-2 ' +
        'print:hidden'
      }
    >
      {translator(language)('shell.skip')}
    </a>
  )
}
