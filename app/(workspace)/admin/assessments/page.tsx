import type { Metadata } from 'next'
import { AdminShell } from '@/components/administration/admin-shell'
import { LinkButton } from '@/components/ui/link-button'
import { Table } from '@/components/ui/table'
import { setLanguage } from '@/lib/actions/account'
import { hasPermission } from '@/lib/domain/permissions'
import { enterOverview, pageTitle } from '@/lib/doors/page'
import { formatDate } from '@/lib/i18n/format'
import { listAssessments } from '@/lib/queries/assessments'
import { listWithOpenProposal } from '@/lib/queries/policy'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin.section.assessments')

/** Every assessment with the way to its settings and its policy. */
export default async function AssessmentsPage() {
  const { viewer, language, t, overallRevision } = await enterOverview('administration.read')
  const assessments = await listAssessments(viewer)
  const waiting = await listWithOpenProposal(assessments)
  return (
    <AdminShell language={language} setLanguage={setLanguage} revision={overallRevision} current="assessments">
      <Table
        caption={t('admin.section.assessments')} rows={assessments} rowKey={({ id }) => id}
        columns={[
          { key: 'title', label: t('admin.name'), isRowHeader: true, cell: ({ slug, title }) => <a href={`/${slug}`}>{title[language]}</a> },
          { key: 'started', label: t('settings.startedOn'), cell: ({ startedOn }) => (startedOn ? formatDate(startedOn, language) : t('admin.none')) },
          { key: 'goLive', label: t('settings.goLiveOn'), cell: ({ goLiveOn }) => (goLiveOn ? formatDate(goLiveOn, language) : t('admin.none')) },
          {
            key: 'links', label: t('admin.action'),
            cell: ({ id, slug, title }) => (
              <span className="flex flex-wrap gap-x-4">
                <a href={`/${slug}/settings`}>{t('settings.title')}<span className="sr-only">: {title[language]}</span></a>
                <a href={`/${slug}/settings/policy`}>{t('policy.title')}<span className="sr-only">: {title[language]}</span></a>
                {waiting.has(id) && <span>{t('policy.waits')}</span>}
              </span>
            ),
          },
        ]}
      />
      {hasPermission(viewer, 'assessment.create') && (
        <p className="mt-6"><LinkButton href="/new">{t('newAssessment.title')}</LinkButton></p>
      )}
    </AdminShell>
  )
}
