import type { ReactNode } from 'react'
import { AssessmentShell } from '@/components/layout/assessment-shell'
import type { AssessmentSection } from '@/components/layout/section-links'
import { LiveRefresh } from '@/components/live/live-refresh'
import { liveWords } from '@/components/live/live-words'
import { setLanguage } from '@/lib/actions/account'
import { inLanguage } from '@/lib/domain/language'
import type { EnteredAssessment } from '@/lib/doors/page'
import { formatInstant } from '@/lib/i18n/format'

/** The frame of a page of an assessment: kept for others whom it serves, and renewed while it is open. */
export function AssessmentPage({ entered, current, kept, children }: {
  entered: EnteredAssessment
  /** The section that the page belongs to, if any. */
  current?: AssessmentSection
  /** For whom the page is kept and until when, and what it shows; without it, it is rendered each time. */
  kept?: Parameters<EnteredAssessment['declareCacheable']>[0]
  children: ReactNode
}) {
  const { assessment, language, t, viewer } = entered
  const { slug, revision, revisedAt, timeZone } = assessment
  if (kept) entered.declareCacheable(kept)
  return (
    <AssessmentShell
      language={language} current={current} setLanguage={setLanguage}
      assessment={{ slug, revision, title: inLanguage(assessment.title, language) }}
      date={formatInstant(revisedAt, language, timeZone)}
    >
      <LiveRefresh
        key={slug} slug={slug} revision={revision} instanceRevision={viewer.instanceRevision} concerns={kept?.concerns} words={liveWords(t)}
      />
      {children}
    </AssessmentShell>
  )
}
