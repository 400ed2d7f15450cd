import { useId, type ReactNode } from 'react'

interface SectionProps {
  title: ReactNode
  /** Where links to the section point. */
  id?: string
  lead?: ReactNode
  actions?: ReactNode
  /** Of the heading; 2 under the page's title, 3 inside another section. */
  level?: 2 | 3
  children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, id, lead, actions, level = 2, children }: SectionProps) {
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} aria-labelledby={headingId} className={level === 2 ? 'mt-10 print:mt-5' : 'mt-6 print:mt-4'}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <div className="min-w-0">
          <Heading id={headingId} className={level === 2 ? 'text-large' : undefined}>{title}</Heading>
          {lead && <p className="max-w-reading text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
