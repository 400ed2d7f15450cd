import type { Transaction } from '@/lib/db/client'
import { standingOf, type Standing } from '@/lib/domain/sign-in'
import { endSessionsOf } from './sessions'
import { revokeTokensOf } from './tokens'
import type { LockedInstance } from './write'

/**
 * Gives everybody what the mapping says now of the groups of their last sign-in, at once and not at their next one.
 * Who is left without a role loses their sessions and tokens. Who signed in before groups were kept stays as they are.
 */
export async function renewStandings(transaction: Transaction, instance: LockedInstance, now: Date): Promise<void> {
  const [mappings, people] = await Promise.all([
    transaction.groupMapping.findMany(),
    transaction.user.findMany({ where: { groups: { isEmpty: false } }, include: { teams: true }, orderBy: { id: 'asc' } }),
  ])
  for (const person of people) {
    const before = { roles: person.roles, teams: person.teams.map(team => team.teamKey) }
    await setStanding(transaction, instance, person.id, before, standingOf(person.groups, mappings), now)
  }
}

/** Makes a person what `mapped` says, as far as its teams exist. A change shows on pages, so it moves the revision. */
export async function setStanding(
  transaction: Transaction, instance: LockedInstance, userId: string, before: Standing, mapped: Standing, now: Date,
): Promise<void> {
  const after = { roles: mapped.roles, teams: await keepTeams(transaction, userId, mapped.teams) }
  if (isSameStanding(before, after)) return
  await transaction.user.update({ where: { id: userId }, data: { roles: after.roles } })
  instance.record({
    verb: 'person.changed', subject: { type: 'person', id: userId },
    before: sorted(before), after: { ...sorted(after), renamed: false },
  }, true)
  if (after.roles.length > 0) return
  await endSessionsOf(transaction, instance, userId, now)
  await revokeTokensOf(transaction, instance, userId, now)
}

/** Puts a person into those of the teams that exist; a mapping may name one that nobody has made yet. */
export async function keepTeams(transaction: Transaction, userId: string, mapped: string[]): Promise<string[]> {
  const known = await transaction.team.findMany({ where: { key: { in: mapped } }, orderBy: { key: 'asc' } })
  const teams = known.map(team => team.key)
  await transaction.userTeam.deleteMany({ where: { userId, teamKey: { notIn: teams } } })
  await transaction.userTeam.createMany({ data: teams.map(teamKey => ({ userId, teamKey })), skipDuplicates: true })
  return teams
}

export function isSameStanding(before: Standing, after: Standing): boolean {
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))
}

function sorted({ roles, teams }: Standing): Standing {
  return { roles: [...roles].sort(), teams: [...teams].sort() }
}
