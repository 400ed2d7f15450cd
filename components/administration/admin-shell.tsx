import type { ReactNode } from 'react'
import type { LanguageAction } from '@/components/layout/language-switch'
import { PlainShell } from '@/components/layout/plain-shell'
import { LiveRefreshAll } from '@/components/live/live-refresh-all'
import { liveWords } from '@/components/live/live-words'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** Pages of the administration, each with an address of its own. */
export const adminSections = ['people', 'groups', 'teams', 'absences', 'assessments'] as const
export type AdminSection = (typeof adminSections)[number]

interface AdminShellProps {
  language: Language
  setLanguage: LanguageAction
  current: AdminSection
  /** The overall revision that the page shows. */
  revision: number
  children: ReactNode
}

/** The frame of every page of the administration. */
export function AdminShell({ language, setLanguage, current, revision, children }: AdminShellProps) {
  const t = translator(language)
  const tabs = adminSections.map(section => ({
    href: section === 'people' ? '/admin' : `/admin/${section}`, label: t(`admin.section.${section}`), current: section === current,
  }))
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <LiveRefreshAll revision={revision} words={liveWords(t)} />
      <PageHeader language={language} title={t('admin.title')} lead={t(`admin.lead.${current}`)} />
      <TabLinks label={t('admin.sections')} tabs={tabs} />
      <div className="mt-6">{children}</div>
    </PlainShell>
  )
}
