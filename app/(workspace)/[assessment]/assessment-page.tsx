import type { ReactNode } from 'react'
import { AssessmentShell } from '@/components/layout/assessment-shell'
import type { AssessmentSection } from '@/components/layout/section-links'
import { LiveRefresh } from '@/components/live/live-refresh'
import { setLanguage } from '@/lib/actions/account'
import type { Concerns } from '@/lib/domain/changes'
import { inLanguage } from '@/lib/domain/language'
import type { EnteredAssessment } from '@/lib/doors/page'
import { formatInstant } from '@/lib/i18n/format'

/** The frame of a page of an assessment, kept fresh while it is open. */
export function AssessmentPage({ entered, current, concerns, children }: {
  entered: EnteredAssessment
  /** The section that the page belongs to, if any. */
  current?: AssessmentSection
  /** What the page shows and rests on, where a change of anything else leaves it. */
  concerns?: Concerns
  children: ReactNode
}) {
  const { assessment, language } = entered
  const { slug, revision, revisedAt, timeZone } = assessment
  return (
    <AssessmentShell
      language={language} current={current} setLanguage={setLanguage}
      assessment={{ slug, revision, title: inLanguage(assessment.title, language) }}
      date={formatInstant(revisedAt, language, timeZone)}
    >
      <LiveRefresh slug={slug} revision={revision} concerns={concerns} />
      {children}
    </AssessmentShell>
  )
}
