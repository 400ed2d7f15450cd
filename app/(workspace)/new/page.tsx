import type { Metadata } from 'next'
import { formWords } from '@/components/forms/form-words'
import { PlainShell } from '@/components/layout/plain-shell'
import { identityWords, timeZonesWith } from '@/components/settings/identity-words'
import { NewAssessmentForm } from '@/components/settings/new-assessment-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { setLanguage } from '@/lib/actions/account'
import { enter, pageTitle } from '@/lib/doors/page'
import { listAssessments } from '@/lib/queries/assessments'
import { getInstanceTimeZone } from '@/lib/queries/instance'

export const generateMetadata = (): Promise<Metadata> => pageTitle('newAssessment.title')

/** Makes an assessment that asks for what another one asks for. */
export default async function NewAssessmentPage() {
  const { viewer, language, t } = await enter('assessment.create')
  const [assessments, timeZone] = await Promise.all([listAssessments(viewer), getInstanceTimeZone()])
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <PageHeader
        language={language} title={t('newAssessment.title')} lead={t('newAssessment.lead')}
        breadcrumbs={[{ href: '/', label: t('home.title') }]}
      />
      {assessments.length === 0 ? <EmptyState title={t('home.none')}>{t('home.noneAdvice')}</EmptyState> : (
        <NewAssessmentForm
          templates={assessments.map(({ slug, title }) => ({ value: slug, label: title[language] }))}
          timeZones={timeZonesWith(timeZone)} timeZone={timeZone}
          words={{
            ...formWords(t), ...identityWords(t), template: t('newAssessment.template'), templateHint: t('newAssessment.templateHint'),
            slug: t('newAssessment.slug'), slugHint: t('newAssessment.slugHint'), create: t('newAssessment.create'),
          }}
        />
      )}
    </PlainShell>
  )
}
