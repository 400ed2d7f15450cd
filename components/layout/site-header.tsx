import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Icon } from '../ui/icon'
import { LanguageSwitch, type LanguageAction } from './language-switch'
import { Mark } from './mark'

interface SiteHeaderProps {
  language: Language
  setLanguage?: LanguageAction
  /** What is being looked at, beside the product's name. */
  title?: { href: string; label: string }
  /** Leads to anything by its name. */
  palette?: ReactNode
  /** Navigation of a wide screen, a row of its own. */
  tabs?: ReactNode
  /** The same navigation in a phone's menu. */
  list?: ReactNode
}

/** The head of every page: product, subject, navigation, language, account. It greets nobody by name. */
export function SiteHeader({ language, setLanguage, title, palette, tabs, list }: SiteHeaderProps) {
  const t = translator(language)
  const tools = (
    <>
      <LanguageSwitch language={language} action={setLanguage} />
      <a href="/account" className="inline-flex h-9 items-center text-ink">{t('nav.account')}</a>
    </>
  )
  return (
    <header className="border-b border-line bg-raised print:border-0">
      <div className="mx-auto max-w-page px-6 phone:px-4 print:px-0">
        <div className="relative flex min-h-12 items-center gap-x-3 py-1.5">
          <a
            href="/" className="inline-flex h-9 items-center gap-2 font-semibold text-ink no-underline hover:underline"
          >
            <Mark />{t('app.name')}
          </a>
          {title && (
            <a
              href={title.href}
              className="min-w-0 truncate border-l border-line pl-3 text-muted no-underline hover:underline"
            >
              {title.label}
            </a>
          )}
          <div className="ml-auto noscript:hidden print:hidden">{palette}</div>
          <div className="ml-2 flex items-center gap-x-5 text-small phone:hidden print:hidden">{tools}</div>
          <details className="desk:hidden">
            <summary className="flex h-11 items-center gap-2 px-2 font-medium">
              <Icon name="menu" />{t('shell.menu')}
            </summary>
            <div className="absolute inset-x-0 top-full z-20 -mx-4 border-y border-line bg-raised px-4 py-2">
              {list}
              <div className="flex items-center gap-x-6 border-t border-line px-3 pt-2">{tools}</div>
            </div>
          </details>
        </div>
        {tabs && <div className="-mb-px -ml-3 phone:hidden print:hidden">{tabs}</div>}
      </div>
    </header>
  )
}
