import type { Metadata } from 'next'
import { PlainShell } from '@/components/layout/plain-shell'
import { LiveRefreshAll } from '@/components/live/live-refresh-all'
import { liveWords } from '@/components/live/live-words'
import { ClaimBar } from '@/components/status/claim-bar'
import { OutcomeWord } from '@/components/status/outcome-word'
import { Countdown } from '@/components/trend/countdown'
import { Sparkline } from '@/components/trend/sparkline'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { setLanguage } from '@/lib/actions/account'
import { localDateAt } from '@/lib/domain/dates'
import { hasPermission } from '@/lib/domain/permissions'
import { readingOf } from '@/lib/domain/trend'
import { enterOverview, pageTitle } from '@/lib/doors/page'
import { listAssessments } from '@/lib/queries/assessments'
import { getVerdict } from '@/lib/queries/verdict'
import { listReadings } from '@/lib/queries/verdict-points'

export const generateMetadata = (): Promise<Metadata> => pageTitle('home.title')

/** All assessments, each with its verdict, how much of it is proven and has been, and how far off its go-live is. */
export default async function HomePage() {
  const { viewer, language, t, now, overallRevision } = await enterOverview('assessment.read')
  const assessments = await listAssessments(viewer)
  const judged = await Promise.all(assessments.map(async assessment => {
    const today = localDateAt(now, assessment.timeZone)
    const [{ snapshot, verdict }, past] = await Promise.all([getVerdict(assessment, now), listReadings(assessment, today)])
    const reading = readingOf(snapshot.items, verdict, today)
    return { assessment, today, reading, readings: [...past, reading] }
  }))
  const ownsWork = hasPermission(viewer, 'item.changeStatus')
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <LiveRefreshAll revision={overallRevision} words={liveWords(t)} />
      <PageHeader
        language={language} title={t('home.title')}
        actions={(
          <>
            {hasPermission(viewer, 'administration.read') && <LinkButton href="/admin">{t('admin.title')}</LinkButton>}
            {hasPermission(viewer, 'assessment.create') && <LinkButton href="/new">{t('newAssessment.title')}</LinkButton>}
          </>
        )}
      />
      {judged.length === 0 && <EmptyState title={t('home.none')}>{t('home.noneAdvice')}</EmptyState>}
      <ul className="border-t border-line">
        {judged.map(({ assessment, today, reading, readings }) => (
          <li key={assessment.id} className="grid gap-x-8 gap-y-2 border-b border-line py-4 desk:grid-cols-[1fr_12rem_14rem_12rem]">
            <div>
              <h2 className="text-large"><a href={`/${assessment.slug}`}>{assessment.title[language]}</a></h2>
              <p className="max-w-reading text-muted">{assessment.summary[language]}</p>
              {ownsWork && <p className="mt-1"><a href={`/${assessment.slug}/mine`}>{t('nav.mine')}<VisuallyHidden>: {assessment.title[language]}</VisuallyHidden></a></p>}
            </div>
            <p><OutcomeWord outcome={reading.effective} language={language} size="inline" /></p>
            <div>
              <ClaimBar language={language} {...reading} />
              <Countdown language={language} goLiveOn={assessment.goLiveOn} today={today} />
            </div>
            <Sparkline
              language={language} readings={readings} startedOn={assessment.startedOn} goLiveOn={assessment.goLiveOn} today={today}
            />
          </li>
        ))}
      </ul>
    </PlainShell>
  )
}
