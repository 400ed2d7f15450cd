'use client'

import { Triangle } from '../ui/shapes'

export interface DueDateProps {
  /** As the reader writes dates; absent where there is none. */
  date?: string
  /** The same for machines. */
  iso?: string
  /** How far off or how late, or that there is no date. */
  word?: string
  late?: boolean
}

/** A deadline as it is drawn, its words given. */
export function DueDate({ date, iso, word, late = false }: DueDateProps) {
  if (date === undefined) return <span className="text-muted">{word}</span>
  const time = <time dateTime={iso} className="whitespace-nowrap">{date}</time>
  if (word === undefined) return time
  return (
    <span>
      {time}{' '}
      {late
        ? <span className="inline-flex items-center gap-1 text-small font-medium whitespace-nowrap text-warn"><Triangle size={12} />{word}</span>
        : <span className="text-small whitespace-nowrap text-muted">{word}</span>}
    </span>
  )
}
