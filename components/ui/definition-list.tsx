import type { ReactNode } from 'react'

/** Pairs of a term and what holds for it, one a row; an entry without a value is left out by the caller. */
export function DefinitionList({ entries }: { entries: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="border-t border-line">
      {entries.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 border-b border-line py-1.5 desk:grid-cols-[12rem_1fr]">
          <dt className="text-muted phone:text-small">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
