import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Icon } from './icon'
import { LinkButton } from './link-button'

interface PaginationProps {
  language: Language
  /** From 1. */
  page: number
  pages: number
  href: (page: number) => string
}

/** Leads to the page before and after; nothing where one page holds all. */
export function Pagination({ language, page, pages, href }: PaginationProps) {
  if (pages <= 1) return null
  const t = translator(language)
  return (
    <nav aria-label={t('ui.pagination')} className="mt-4 flex items-center gap-4 print:hidden">
      {page > 1 && (
        <LinkButton rel="prev" href={href(page - 1)} size="small">
          <Icon name="chevron-left" />{t('ui.previous')}
        </LinkButton>
      )}
      <span className="text-small text-muted">{t('ui.page', { page, pages })}</span>
      {page < pages && (
        <LinkButton rel="next" href={href(page + 1)} size="small">
          {t('ui.next')}<Icon name="chevron-right" />
        </LinkButton>
      )}
    </nav>
  )
}
