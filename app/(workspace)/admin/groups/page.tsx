import type { Metadata } from 'next'
import { AdminShell } from '@/components/administration/admin-shell'
import { GroupForm } from '@/components/administration/group-form'
import { GroupTable } from '@/components/administration/group-table'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ui/section'
import { byName } from '@/lib/domain/by-name'
import { setLanguage } from '@/lib/actions/account'
import { hasPermission, roles } from '@/lib/domain/permissions'
import { enterOverview, pageTitle } from '@/lib/doors/page'
import { listGroupMappings } from '@/lib/queries/administration'
import { getTeamNames } from '@/lib/queries/people'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin.section.groups')

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What members of each group of the identity provider are here. */
export default async function GroupsPage({ searchParams }: Props) {
  const { viewer, language, t, overallRevision } = await enterOverview('administration.read')
  const [groups, teamNames, { group: asked }] = await Promise.all([listGroupMappings(viewer), getTeamNames(viewer), searchParams])
  const disabledReason = hasPermission(viewer, 'group.map') ? undefined : t('refusal.role')
  const changed = groups.find(({ group }) => group === asked)
  return (
    <AdminShell language={language} setLanguage={setLanguage} revision={overallRevision} current="groups">
      <GroupTable language={language} groups={groups} teamNames={teamNames} canChange={disabledReason === undefined} />
      <Section title={changed ? t('admin.changeGroup') : t('admin.addGroup')} lead={t('admin.groupAtOnce')}>
        <GroupForm
          key={changed?.group} mapping={changed} userId={viewer.userId} disabledReason={disabledReason}
          roles={roles.map(value => ({ value, label: t(`role.${value}`) }))}
          teams={byName([...teamNames].map(([value, name]) => ({ value, label: name[language] })), language, ({ label }) => label)}
          words={{
            ...formWords(t), group: t('admin.group'), groupHint: t('admin.groupHint'), role: t('admin.role'), team: t('admin.team'),
            noRole: t('admin.noRole'), noTeam: t('admin.noTeam'), keepTheirs: t('form.keepTheirs'),
          }}
        />
      </Section>
    </AdminShell>
  )
}
