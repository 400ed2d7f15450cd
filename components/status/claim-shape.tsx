'use client'

import clsx from 'clsx'

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
