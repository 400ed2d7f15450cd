import type { Metadata } from 'next'
import { AdminShell } from '@/components/administration/admin-shell'
import { TeamForm } from '@/components/administration/team-form'
import { TeamTable } from '@/components/administration/team-table'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ui/section'
import { setLanguage } from '@/lib/actions/account'
import { hasPermission } from '@/lib/domain/permissions'
import { enterOverview, pageTitle } from '@/lib/doors/page'
import { listTeams } from '@/lib/queries/administration'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin.section.teams')

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Teams, who is in them, and what they own. */
export default async function TeamsPage({ searchParams }: Props) {
  const { viewer, language, t, overallRevision } = await enterOverview('administration.read')
  const [teams, { team: asked }] = await Promise.all([listTeams(viewer), searchParams])
  const disabledReason = hasPermission(viewer, 'team.edit') ? undefined : t('refusal.role')
  const renamed = teams.find(({ key }) => key === asked)
  return (
    <AdminShell language={language} setLanguage={setLanguage} revision={overallRevision} current="teams">
      <TeamTable language={language} teams={teams} canChange={disabledReason === undefined} />
      <Section title={renamed ? t('admin.renameTeam', { key: renamed.key }) : t('admin.addTeam')}>
        <TeamForm
          key={renamed?.key} team={renamed} userId={viewer.userId} disabledReason={disabledReason}
          words={{
            ...formWords(t), key: t('admin.teamKey'), keyHint: t('admin.teamKeyHint'), nameEs: t('admin.nameEs'), nameEn: t('admin.nameEn'),
            keepTheirs: t('form.keepTheirs'),
          }}
        />
      </Section>
    </AdminShell>
  )
}
