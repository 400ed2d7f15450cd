import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Icon } from './icon'

interface PageHeaderProps {
  language: Language
  title: ReactNode
  /** One sentence under the title. */
  lead?: ReactNode
  /** Marks in front of the title, such as a code and its tags. */
  marks?: ReactNode
  actions?: ReactNode
  /** The way here, from the outermost page; this page itself is not among them. */
  breadcrumbs?: readonly { href: string; label: string }[]
}

/** The head of a page: where it stands, its one `h1`, what can be done. */
export function PageHeader({ language, title, lead, marks, actions, breadcrumbs = [] }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {breadcrumbs.length > 0 && (
        <nav aria-label={translator(language)('ui.breadcrumbs')} className="mb-2 text-small print:hidden">
          <ol className="flex flex-wrap items-center gap-x-1">
            {breadcrumbs.map(({ href, label }) => (
              <li key={href} className="flex items-center gap-1 text-muted">
                <a href={href}>{label}</a>
                <Icon name="chevron-right" className="size-3 shrink-0" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      {marks && <div className="mb-2 flex flex-wrap items-center gap-2">{marks}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title">{title}</h1>
          {lead && <p className="mt-1 max-w-reading text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  )
}
