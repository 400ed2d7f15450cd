import clsx from 'clsx'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { Disc, Ring } from '../ui/shapes'

export interface ClaimCounts {
  /** How many are declared done. */
  declared: number
  /** How many the evidence proves. */
  proven: number
  total: number
}

interface ClaimShapeProps extends ClaimCounts {
  className?: string
  /** Of the bars alone, without the hairline. */
  barsClassName?: string
}

/** Outline declared, fill proven, hairline all there is. Drawn only: whoever uses it says the figures beside it. */
export function ClaimShape({ declared, proven, total, className, barsClassName }: ClaimShapeProps) {
  const share = (count: number) => `${total > 0 ? Math.min(100, (count / total) * 100) : 0}%`
  return (
    <svg height="12" aria-hidden="true" className={clsx('block w-full', className)}>
      <rect y="5.5" width="100%" height="1" className="fill-edge" />
      <g className={barsClassName}>
        <svg width={share(declared)} height="12">
          <rect width="100%" height="12" strokeWidth="3" className="fill-paper stroke-accent" />
        </svg>
        <rect width={share(proven)} height="12" className="fill-accent" />
      </g>
    </svg>
  )
}

/** The same counts in figures: hollow ring declared, solid disc proven, then of how many. */
export function ClaimFigures({ declared, proven, total, language }: ClaimCounts & { language: Language }) {
  return (
    <span className="inline-flex text-small whitespace-nowrap">
      <span className="sr-only">{translator(language)('status.claim', { declared, proven, total })}</span>
      <span aria-hidden="true" className="inline-flex items-center gap-1">
        <span className="text-accent"><Ring size={10} /></span>
        <span className="min-w-[2ch] text-right">{declared}</span>
        <span className="ml-2 text-accent"><Disc size={10} /></span>
        <span className="min-w-[2ch] text-right font-medium">{proven}</span>
        <span className="min-w-[4ch] text-muted">/ {total}</span>
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
