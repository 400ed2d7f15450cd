import { ClaimBar } from '@/components/status/claim-bar'
import { type ClaimCounts } from '@/components/status/claim-shape'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface DimensionEntryProps {
  language: Language
  href: string
  title: string
  standing: string
  claims: ClaimCounts
  /** Items on which something is still owed. */
  open: number
  gaps: number
}

/** One dimension in the list of all: where it stands, and how much of it is proven. */
export function DimensionEntry({ language, href, title, standing, claims, open, gaps }: DimensionEntryProps) {
  const t = translator(language)
  return (
    <li className="grid gap-x-12 gap-y-2 border-b border-line py-4 desk:grid-cols-[1fr_20rem]">
      <div className="min-w-0">
        <h2 className="text-large"><a href={href}>{title}</a></h2>
        <p className="mt-1 max-w-reading text-muted">{standing}</p>
      </div>
      <div className="desk:pt-1.5">
        <ClaimBar language={language} {...claims} />
        <p className="mt-1 text-small text-muted">
          {t('dimensions.open', { count: open })}
          {gaps > 0 && ` · ${t('dimensions.gapCount', { count: gaps })}`}
        </p>
      </div>
    </li>
  )
}
