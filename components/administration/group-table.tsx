import { ActionButton } from '@/components/forms/action-button'
import { formWords } from '@/components/forms/form-words'
import { LinkButton } from '@/components/ui/link-button'
import { Table, type Column } from '@/components/ui/table'
import { removeGroupMapping } from '@/lib/actions/administration'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { Role } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'

export interface ShownGroup {
  group: string
  role: Role | null
  teamKey: string | null
  people: number
}

interface GroupTableProps {
  language: Language
  groups: readonly ShownGroup[]
  teamNames: ReadonlyMap<string, Bilingual>
  /** Whether the reader may change them. */
  canChange: boolean
}

/** Groups of the identity provider, and what each is here. */
export function GroupTable({ language, groups, teamNames, canChange }: GroupTableProps) {
  const t = translator(language)
  const none = (words: string) => <span className="text-muted">{words}</span>
  const columns: Column<ShownGroup>[] = [
    { key: 'group', label: t('admin.group'), isRowHeader: true, cell: ({ group }) => <span className="font-mono text-small break-all">{group}</span> },
    { key: 'role', label: t('admin.role'), cell: ({ role }) => (role ? t(`role.${role}`) : none(t('admin.noRole'))) },
    {
      key: 'team', label: t('admin.team'),
      cell: ({ teamKey }) => (teamKey ? teamNames.get(teamKey)?.[language] ?? teamKey : none(t('admin.noTeam'))),
    },
    { key: 'people', label: t('admin.groupPeople'), align: 'end', cell: ({ people }) => people },
  ]
  const change: Column<ShownGroup> = {
    key: 'change', label: t('admin.action'),
    cell: ({ group }) => (
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/admin/groups?group=${encodeURIComponent(group)}#group`} size="small" aria-label={`${t('admin.change')}: ${group}`}>
          {t('admin.change')}
        </LinkButton>
        <ActionButton
          action={removeGroupMapping} input={{ group }} size="small" aria-label={`${t('admin.remove')}: ${group}`}
          words={{ ...formWords(t), saved: t('admin.groupRemoved'), label: t('admin.remove') }}
        />
      </div>
    ),
  }
  return (
    <Table
      caption={t('admin.section.groups')} rows={groups} rowKey={({ group }) => group}
      columns={canChange ? [...columns, change] : columns}
    />
  )
}
