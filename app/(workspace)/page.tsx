import type { Metadata } from 'next'
import { PlainShell } from '@/components/layout/plain-shell'
import { ClaimBar } from '@/components/status/claim-bar'
import { Due } from '@/components/status/due'
import { OutcomeWord } from '@/components/status/outcome-word'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { setLanguage } from '@/lib/actions/account'
import { countClaims } from '@/lib/domain/claims'
import { localDateAt } from '@/lib/domain/dates'
import { hasPermission } from '@/lib/domain/permissions'
import { enter, pageTitle } from '@/lib/doors/page'
import { listAssessments } from '@/lib/queries/assessments'
import { getVerdict } from '@/lib/queries/verdict'

export const generateMetadata = (): Promise<Metadata> => pageTitle('home.title')

/** All assessments, each with its verdict and how much of it is proven. */
export default async function HomePage() {
  const { viewer, language, t, now } = await enter('assessment.read')
  const assessments = await listAssessments(viewer)
  const judged = await Promise.all(assessments.map(async assessment => ({ assessment, ...(await getVerdict(assessment, now)) })))
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <PageHeader
        language={language} title={t('home.title')}
        actions={hasPermission(viewer, 'assessment.create') && <LinkButton href="/new">{t('newAssessment.title')}</LinkButton>}
      />
      {judged.length === 0 && <EmptyState title={t('home.none')}>{t('home.noneAdvice')}</EmptyState>}
      <ul className="border-t border-line">
        {judged.map(({ assessment, snapshot, verdict }) => (
          <li key={assessment.id} className="grid gap-x-8 gap-y-2 border-b border-line py-4 desk:grid-cols-[1fr_16rem_14rem]">
            <div>
              <h2 className="text-large"><a href={`/${assessment.slug}`}>{assessment.title[language]}</a></h2>
              <p className="max-w-reading text-muted">{assessment.summary[language]}</p>
            </div>
            <p><OutcomeWord outcome={verdict.effective} language={language} size="inline" /></p>
            <div>
              <ClaimBar
                language={language}
                {...countClaims(snapshot.items.filter(({ kind }) => kind === 'checklist'), code => verdict.items.get(code)?.status ?? 'unmet')}
              />
              <p className="mt-1 text-small text-muted">
                {t('summary.goLive')}: <Due date={assessment.goLiveOn} today={localDateAt(now, assessment.timeZone)} language={language} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </PlainShell>
  )
}
