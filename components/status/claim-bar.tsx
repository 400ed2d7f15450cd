import type { Language } from '@/lib/domain/language'
import { formatNumber } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { Disc, Ring } from '../ui/shapes'
import { ClaimShape, type ClaimCounts } from './claim-shape'

/** The same counts in figures: hollow ring declared, solid disc proven, then of how many. */
export function ClaimFigures({ declared, proven, total, language }: ClaimCounts & { language: Language }) {
  return (
    <span className="inline-flex text-small whitespace-nowrap">
      <span className="sr-only">{translator(language)('status.claim', { declared, proven, total })}</span>
      <span aria-hidden="true" className="inline-flex items-center gap-1">
        <span className="text-accent"><Ring size={10} /></span>
        <span className="min-w-[2ch] text-right">{formatNumber(declared, language)}</span>
        <span className="ml-2 text-accent"><Disc size={10} /></span>
        <span className="min-w-[2ch] text-right font-medium">{formatNumber(proven, language)}</span>
        <span className="min-w-[4ch] text-muted">/ {formatNumber(total, language)}</span>
      </span>
    </span>
  )
}

/** A bar whose outline is what is declared and whose fill is what is proven, with its figures; for rows. */
export function ClaimBar({ language, ...counts }: ClaimCounts & { language: Language }) {
  return (
    <span className="flex items-center gap-3">
      <ClaimShape {...counts} className="min-w-16" />
      <ClaimFigures {...counts} language={language} />
    </span>
  )
}
