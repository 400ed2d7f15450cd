import type { Metadata } from 'next'
import { Configuration } from '@/components/checks/configuration'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { listSpeakingFiles } from '@/lib/queries/checks'
import { getBaseline } from '@/lib/queries/source'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../assessment-page'

export const generateMetadata = (): Promise<Metadata> => pageTitle('configuration.title')

/** What the assessment asks of the system's files, row by row, beside what the current files say of it. */
export default async function ConfigurationPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { language, t, now, assessment } = entered
  const [{ snapshot, verdict }, baseline, files] = await Promise.all([
    getVerdict(assessment, now), getBaseline(assessment), listSpeakingFiles(assessment),
  ])
  return (
    <AssessmentPage entered={entered} current="dimensions" kept={{ audience: 'everyone', until: verdict.nextChangeAt }}>
      <PageHeader
        language={language} title={t('configuration.title')} lead={t('configuration.lead')}
        breadcrumbs={[{ href: `/${slug}/dimensions`, label: t('nav.dimensions') }]}
        actions={<LinkButton href={`/${slug}/alert-routing`}>{t('nav.alertRouting')}</LinkButton>}
      />
      <Configuration
        language={language} slug={slug} timeZone={assessment.timeZone} asked={baseline?.subjects ?? {}} items={snapshot.items}
        provenOf={code => verdict.items.get(code)?.status ?? 'unmet'} files={files}
      />
    </AssessmentPage>
  )
}
