import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Disc, Ring } from '../ui/shapes'

interface SiteFooterProps {
  language: Language
  /** What the page shows and as of when; absent on pages of no assessment. */
  stand?: { title: string; revision: number; date: string }
}

/** The foot of every page: the revision shown and its date, and how to read the shapes. */
export function SiteFooter({ language, stand }: SiteFooterProps) {
  const t = translator(language)
  return (
    <footer className="mt-16 border-t border-line text-small text-muted print:mt-4">
      <div
        className={
          'mx-auto flex max-w-page flex-wrap justify-between gap-x-8 gap-y-2 px-6 py-4 phone:px-4 print:px-0 print:py-2'
        }
      >
        {stand && <p>{stand.title} · {t('shell.revision', { revision: stand.revision })} · {stand.date}</p>}
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <span className="font-medium">{t('shell.howToRead')}</span>
          <span className="inline-flex items-center gap-1.5"><Ring size={12} />{t('shell.claimed')}</span>
          <span className="inline-flex items-center gap-1.5"><Disc size={12} />{t('shell.proven')}</span>
        </p>
      </div>
    </footer>
  )
}
