import clsx from 'clsx'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { TabLinks } from '../ui/tab-links'

/** Pages of an assessment, in the order in which they are read. */
export const assessmentSections = ['summary', 'mine', 'review', 'items', 'dimensions', 'roadmap', 'verdict', 'events'] as const
export type AssessmentSection = (typeof assessmentSections)[number]

interface SectionLinksProps {
  language: Language
  slug: string
  /** The page that is open, or the one that the open page belongs to. */
  current?: AssessmentSection
}

/** The sections of an assessment as tabs, for a wide screen. */
export function SectionTabs(props: SectionLinksProps) {
  return <TabLinks label={translator(props.language)('nav.label')} tabs={links(props)} />
}

/** The sections of an assessment as a list, for a phone's menu. */
export function SectionList(props: SectionLinksProps) {
  return (
    <nav aria-label={translator(props.language)('nav.label')}>
      <ul>
        {links(props).map(link => (
          <li key={link.href}>
            <a
              href={link.href} aria-current={link.current ? 'page' : undefined}
              className={clsx(
                'flex h-11 items-center border-l-3 px-3 no-underline -outline-offset-3!',
                link.current ? 'border-accent font-medium text-ink' : 'border-transparent text-ink',
              )}
            >
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function links({ language, slug, current }: SectionLinksProps) {
  const t = translator(language)
  return assessmentSections.map(section => ({
    href: section === 'summary' ? `/${slug}` : `/${slug}/${section}`,
    label: t(`nav.${section}`),
    current: section === current,
  }))
}
