import type { Metadata } from 'next'
import { Configuration } from '@/components/checks/configuration'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { subjects } from '@/lib/domain/baseline'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { listSpeakingFindings } from '@/lib/queries/checks'
import { listItemDetails } from '@/lib/queries/items'
import { getBaseline } from '@/lib/queries/source'
import { getVerdict } from '@/lib/queries/verdict'
import { AssessmentPage } from '../assessment-page'

export const generateMetadata = (): Promise<Metadata> => pageTitle('configuration.title')

/** What the assessment asks of the system's files, row by row, beside what the current files say of it. */
export default async function ConfigurationPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { language, t, now, assessment } = entered
  const baseline = await getBaseline(assessment)
  const asked = new Set(Object.values(baseline?.subjects ?? {}).flat())
  const [{ snapshot, verdict }, details, files] = await Promise.all([
    getVerdict(assessment, now), listItemDetails(assessment, [...asked]), listSpeakingFindings(assessment),
  ])
  const items = snapshot.items.filter(({ code }) => asked.has(code)).map(item => ({
    ...item,
    provenStatus: verdict.items.get(item.code)?.status ?? 'unmet' as const,
    details: details.get(item.code) ?? [],
    subjects: subjects.filter(subject => baseline?.subjects[subject]?.includes(item.code)),
  }))
  return (
    <AssessmentPage entered={entered} current="dimensions" kept={{ audience: 'everyone', until: verdict.nextChangeAt }}>
      <PageHeader
        language={language} title={t('configuration.title')} lead={t('configuration.lead')}
        breadcrumbs={[{ href: `/${slug}/dimensions`, label: t('nav.dimensions') }]}
        actions={<LinkButton href={`/${slug}/alert-routing`}>{t('nav.alertRouting')}</LinkButton>}
      />
      <Configuration
        language={language} slug={slug} timeZone={assessment.timeZone} dimensions={snapshot.dimensions}
        items={items} baseline={baseline} files={files}
      />
    </AssessmentPage>
  )
}
