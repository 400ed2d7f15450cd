import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/language'
import { Frame } from './frame'
import { Palette } from '../palette/palette'
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
    <Frame
      header={<SiteHeader language={language} setLanguage={setLanguage} palette={<Palette language={language} />} />}
      footer={<SiteFooter language={language} />}
    >
      {children}
    </Frame>
  )
}
