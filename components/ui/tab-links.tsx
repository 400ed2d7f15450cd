import clsx from 'clsx'

export interface TabLink {
  href: string
  label: string
  /** How many wait there. */
  count?: number
  current: boolean
}

/** Views of one thing, each with an address of its own; where there is no room they take another line, so that the one that is open is always in sight. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="border-b border-line print:hidden">
      <ul className="flex flex-wrap">
        {tabs.map(tab => (
          <li key={tab.href}>
            <a
              href={tab.href} aria-current={tab.current ? 'page' : undefined}
              className={clsx(
                'flex h-10 items-center gap-2 border-b-3 px-3 whitespace-nowrap no-underline -outline-offset-3!',
                tab.current
                  ? 'border-accent font-medium text-ink'
                  : 'border-transparent text-muted hover:border-edge hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-small text-muted">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
