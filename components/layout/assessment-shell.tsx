import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/language'
import { Palette } from '../palette/palette'
import { Frame } from './frame'
import type { LanguageAction } from './language-switch'
import { SectionList, SectionTabs, type AssessmentSection } from './section-links'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

interface AssessmentShellProps {
  language: Language
  assessment: { slug: string; title: string; revision: number }
  /** The page that is open, or the one that it belongs to. */
  current?: AssessmentSection
  /** When the revision was made, in the reader's words. */
  date: string
  setLanguage?: LanguageAction
  children: ReactNode
}

/** The frame of every page of an assessment; the page itself goes into its `main`. */
export function AssessmentShell({ language, assessment, current, date, setLanguage, children }: AssessmentShellProps) {
  const { slug, title, revision } = assessment
  const sections = { language, slug, current }
  const header = (
    <SiteHeader
      language={language} setLanguage={setLanguage} title={{ href: `/${slug}`, label: title }}
      palette={<Palette language={language} assessment={assessment} />}
      tabs={<SectionTabs {...sections} />} list={<SectionList {...sections} />}
    />
  )
  const footer = <SiteFooter language={language} stand={{ title, revision, date }} />
  return <Frame header={header} footer={footer}>{children}</Frame>
}
