import { Icon } from '@/components/ui/icon'

interface Neighbour {
  href: string
  title: string
}

interface NeighbourLinksProps {
  label: string
  previous: Neighbour | null
  next: Neighbour | null
}

/** The way to what stands before and after this page in its row. */
export function NeighbourLinks({ label, previous, next }: NeighbourLinksProps) {
  return (
    <nav
      aria-label={label}
      className="mt-12 flex flex-wrap justify-between gap-x-8 gap-y-3 border-t border-line pt-4 print:hidden"
    >
      {previous && (
        <a rel="prev" href={previous.href} className="inline-flex items-center gap-2">
          <Icon name="chevron-left" />{previous.title}
        </a>
      )}
      {next && (
        <a rel="next" href={next.href} className="ml-auto inline-flex items-center gap-2 text-right">
          {next.title}<Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
