import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/language'
import type { LanguageAction } from './language-switch'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

interface PlainShellProps {
  language: Language
  setLanguage?: LanguageAction
  children: ReactNode
}

/** The frame of pages that belong to no assessment: the list of them, the account, the queue of reviews. */
export function PlainShell({ language, setLanguage, children }: PlainShellProps) {
  return (
    <>
      <SiteHeader language={language} setLanguage={setLanguage} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 pt-6 outline-none desk:px-6 print:px-0 print:pt-2">
        {children}
      </main>
      <SiteFooter language={language} />
    </>
  )
}
