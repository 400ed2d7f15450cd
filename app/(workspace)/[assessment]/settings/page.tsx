import type { Metadata } from 'next'
import { formWords } from '@/components/forms/form-words'
import { identityWords, timeZonesWith } from '@/components/settings/identity-words'
import { SettingsForm } from '@/components/settings/settings-form'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { hasPermission } from '@/lib/domain/permissions'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import { getSettings } from '@/lib/queries/settings'
import { AssessmentPage } from '../assessment-page'

export const generateMetadata = (): Promise<Metadata> => pageTitle('settings.title')

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** What the assessment has of its own: its name, its dates, its calendar. */
export default async function SettingsPage({ params }: { params: Promise<{ assessment: string }> }) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('administration.read', slug)
  const { viewer, language, t, assessment } = entered
  const { calendar } = assessment
  const { movableItems, movableTasks } = await getSettings(assessment)
  const { revision, title, summary, startedOn, goLiveOn, timeZone } = assessment
  return (
    <AssessmentPage entered={entered} kept={{ audience: 'role', until: null }}>
      <PageHeader
        language={language} title={t('settings.title')} lead={t('settings.lead')}
        breadcrumbs={[{ href: '/admin/assessments', label: t('admin.section.assessments') }]}
        actions={<LinkButton href={`/${slug}/settings/policy`}>{t('policy.title')}</LinkButton>}
      />
      <SettingsForm
        language={language} assessment={slug} revision={revision} workingDays={calendar.workingDays} holidays={calendar.holidays}
        identity={{ title, summary, startedOn: startedOn ?? '', goLiveOn: goLiveOn ?? '', timeZone }} timeZones={timeZonesWith(timeZone)}
        disabledReason={hasPermission(viewer, 'assessment.configure') ? undefined : t('refusal.role')}
        words={{
          ...formWords(t), ...identityWords(t), workingDays: t('settings.workingDays'), days: days.map(day => t(`settings.day.${day}`)),
          holidays: t('settings.holidays'),
          holiday: {
            date: t('settings.holidayDate'), nameEs: t('admin.nameEs'), nameEn: t('admin.nameEn'), add: t('settings.holidayAdd'),
            remove: t('admin.remove'), none: t('settings.holidayNone'),
          },
          moved: t('settings.moved'), movedHint: t('settings.movedHint'),
          moveDates: t('settings.moveDates', { items: movableItems, tasks: movableTasks }),
          reason: t('settings.reason'), reasonHint: t('item.moveReasonHint'), renewed: t('settings.renewed'),
          keepYours: t('form.keepYours'), keepTheirs: t('form.keepTheirs'),
        }}
      />
    </AssessmentPage>
  )
}
