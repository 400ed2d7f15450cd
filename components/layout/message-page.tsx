import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { PageHeader } from '../ui/page-header'
import { PlainShell } from './plain-shell'

/** A page that says one thing and leads on: not found, no access. */
export function MessagePage({ language, title, children }: { language: Language; title: string; children: ReactNode }) {
  return (
    <PlainShell language={language}>
      <PageHeader language={language} title={title} />
      <div className="max-w-reading space-y-4">
        {children}
        <p><a href="/">{translator(language)('state.toStart')}</a></p>
      </div>
    </PlainShell>
  )
}
