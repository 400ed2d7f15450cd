import { db } from '@/lib/db/client'
import { byName } from '@/lib/domain/by-name'
import type { Bilingual } from '@/lib/domain/language'
import { hasPermission, type Role, type Viewer } from '@/lib/domain/permissions'
import type { SessionLimits, SignedInViewer } from './viewer'

/** Somebody who has signed in at least once. */
export interface Member {
  id: string
  name: string | null
  email: string | null
  roles: readonly Role[]
  teams: string[]
  lastSignInAt: Date | null
  openSessions: number
}

/** A session that still lets its holder in. */
export interface OpenSession {
  /** By the hash of its token. */
  hash: string
  createdAt: Date
  lastSeenAt: Date
  /** When it ends in any case. */
  expiresAt: Date
}

/** Everybody who has signed in, by name in the viewer's language. */
export async function listMembers(viewer: SignedInViewer, now: Date, limits: SessionLimits): Promise<Member[]> {
  if (!mayRead(viewer)) return []
  const rows = await db().user.findMany({ orderBy: { id: 'asc' }, select: memberColumns(now, limits) })
  return byName(rows.map(memberOf), viewer.language, ({ name }) => name)
}

/** One person with the sessions that are open, newest first; null where there is none of that id. */
export async function getMember(
  viewer: Viewer, id: string, now: Date, limits: SessionLimits,
): Promise<{ member: Member; sessions: OpenSession[] } | null> {
  if (!mayRead(viewer)) return null
  const [row, sessions] = await Promise.all([
    db().user.findUnique({ where: { id }, select: memberColumns(now, limits) }),
    db().session.findMany({ where: { userId: id, ...isOpen(now, limits) }, orderBy: { createdAt: 'desc' } }),
  ])
  return row && {
    member: memberOf(row),
    sessions: sessions.map(({ tokenHash, createdAt, lastSeenAt, expiresAt }) => ({ hash: tokenHash, createdAt, lastSeenAt, expiresAt })),
  }
}

/** A group of the identity provider, what it is here, and how many people were in it at their last sign-in. */
export interface MappedGroup {
  group: string
  role: Role | null
  teamKey: string | null
  people: number
}

export async function listGroupMappings(viewer: Viewer): Promise<MappedGroup[]> {
  if (!mayRead(viewer)) return []
  return db().$queryRaw<MappedGroup[]>`
    SELECT m."group", m.role::text AS role, m."teamKey",
           (SELECT count(*)::int FROM "User" u WHERE m."group" = ANY(u.groups)) AS people
    FROM "GroupMapping" m ORDER BY m."group"`
}

/** A team with who is in it and what hangs on it. */
export interface TeamEntry {
  key: string
  name: Bilingual
  members: { id: string; name: string | null }[]
  items: number
  tasks: number
  groups: number
}

/** Every team and its members, by name in the viewer's language. */
export async function listTeams(viewer: SignedInViewer): Promise<TeamEntry[]> {
  if (!mayRead(viewer)) return []
  const [rows, mappings] = await Promise.all([
    db().team.findMany({
      orderBy: { key: 'asc' },
      include: {
        users: { select: { user: { select: { id: true, name: true } } }, orderBy: { userId: 'asc' } },
        _count: { select: { items: true, tasks: true } },
      },
    }),
    db().groupMapping.findMany({ where: { teamKey: { not: null } }, select: { teamKey: true } }),
  ])
  const { language } = viewer
  const teams = rows.map(({ key, name, users, _count }) => ({
    key, name: name as unknown as Bilingual, members: byName(users.map(({ user }) => user), language, user => user.name), ..._count,
    groups: mappings.filter(mapping => mapping.teamKey === key).length,
  }))
  return byName(teams, language, ({ name }) => name[language])
}

function mayRead(viewer: Viewer): boolean {
  return hasPermission(viewer, 'administration.read')
}

function isOpen(now: Date, { idleMinutes }: SessionLimits) {
  return { revokedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - idleMinutes * 60_000) } }
}

function memberColumns(now: Date, limits: SessionLimits) {
  return {
    id: true, name: true, email: true, roles: true, lastSignInAt: true,
    teams: { select: { teamKey: true }, orderBy: { teamKey: 'asc' as const } },
    _count: { select: { sessions: { where: isOpen(now, limits) } } },
  } as const
}

function memberOf(row: {
  id: string, name: string | null, email: string | null, roles: Role[], lastSignInAt: Date | null,
  teams: { teamKey: string }[], _count: { sessions: number }
}): Member {
  const { teams, _count, ...rest } = row
  return { ...rest, teams: teams.map(team => team.teamKey), openSessions: _count.sessions }
}
