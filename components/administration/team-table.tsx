import { ActionButton } from '@/components/forms/action-button'
import { formWords } from '@/components/forms/form-words'
import { LinkButton } from '@/components/ui/link-button'
import { Table, type Column } from '@/components/ui/table'
import { deleteTeam } from '@/lib/actions/administration'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

export interface ShownTeam {
  key: string
  name: Bilingual
  members: readonly { id: string; name: string | null }[]
  items: number
  tasks: number
  groups: number
}

interface TeamTableProps {
  language: Language
  teams: readonly ShownTeam[]
  /** Whether the reader may change them. */
  canChange: boolean
}

/** Teams with who is in them and what they own. One that something hangs on says so and cannot be deleted. */
export function TeamTable({ language, teams, canChange }: TeamTableProps) {
  const t = translator(language)
  const columns: Column<ShownTeam>[] = [
    {
      key: 'name', label: t('admin.name'), isRowHeader: true,
      cell: ({ key, name }) => <>{name[language]} <span className="font-mono text-small font-normal text-muted">{key}</span></>,
    },
    {
      key: 'members', label: t('admin.members'),
      cell: ({ members }) => members.length === 0 ? <span className="text-muted">{t('admin.none')}</span> : (
        <span className="flex flex-wrap gap-x-3">
          {members.map(({ id, name }) => <a key={id} href={`/admin/people/${id}`}>{name ?? t('evidence.somebody')}</a>)}
        </span>
      ),
    },
    { key: 'items', label: t('admin.items'), align: 'end', cell: ({ items }) => items },
    { key: 'tasks', label: t('admin.tasks'), align: 'end', cell: ({ tasks }) => tasks },
  ]
  const change: Column<ShownTeam> = {
    key: 'change', label: t('admin.action'),
    cell: team => (
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton href={`/admin/teams?team=${team.key}#name.es`} size="small" aria-label={`${t('admin.rename')}: ${team.key}`}>
          {t('admin.rename')}
        </LinkButton>
        {isInUse(team) ? <span className="text-small text-muted">{t('admin.teamInUse')}</span> : (
          <ActionButton
            action={deleteTeam} input={{ key: team.key }} size="small" aria-label={`${t('admin.delete')}: ${team.key}`}
            words={{ ...formWords(t), saved: t('admin.teamDeleted'), label: t('admin.delete') }}
          />
        )}
      </div>
    ),
  }
  return (
    <Table
      caption={t('admin.section.teams')} rows={teams} rowKey={team => team.key} columns={canChange ? [...columns, change] : columns}
    />
  )
}

function isInUse({ members, items, tasks, groups }: ShownTeam): boolean {
  return members.length + items + tasks + groups > 0
}
