import { Table } from '@/components/ui/table'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { Role } from '@/lib/domain/permissions'
import { teamWords } from '@/lib/domain/team-words'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

export interface ShownMember {
  id: string
  name: string | null
  email: string | null
  roles: readonly Role[]
  teams: readonly string[]
  lastSignInAt: Date | null
  openSessions: number
}

interface MemberTableProps {
  language: Language
  timeZone: string
  members: readonly ShownMember[]
  teamNames: ReadonlyMap<string, Bilingual>
}

/** Everybody who has signed in, with what they are here and whether they are in now. */
export function MemberTable({ language, timeZone, members, teamNames }: MemberTableProps) {
  const t = translator(language)
  return (
    <Table
      caption={t('admin.section.people')} rows={members} rowKey={member => member.id}
      columns={[
        {
          key: 'name', label: t('admin.name'), isRowHeader: true,
          cell: ({ id, name }) => <a href={`/admin/people/${id}`}>{name ?? t('evidence.somebody')}</a>,
        },
        { key: 'email', label: t('admin.email'), cell: ({ email }) => <span className="break-all">{email ?? t('admin.none')}</span> },
        { key: 'roles', label: t('account.roles'), cell: ({ roles }) => roles.map(role => t(`role.${role}`)).join(', ') || t('admin.none') },
        { key: 'teams', label: t('account.teams'), cell: ({ teams }) => teamWords(teams, teamNames, language) || t('admin.none') },
        {
          key: 'lastSignIn', label: t('admin.lastSignIn'), noWrap: true,
          cell: ({ lastSignInAt }) => (lastSignInAt ? formatInstant(lastSignInAt, language, timeZone) : t('admin.never')),
        },
        { key: 'sessions', label: t('admin.openSessions'), align: 'end', cell: ({ openSessions }) => openSessions },
      ]}
    />
  )
}
