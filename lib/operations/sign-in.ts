import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import type { Language } from '@/lib/domain/language'
import { failure, success, type Result } from '@/lib/domain/result'
import { judgeSignIn } from '@/lib/domain/sign-in'
import { environment } from '@/lib/platform/env'
import type { IdTokenClaims } from '@/lib/schemas/sign-in'
import { writeInstance, type LockedInstance } from './write'

/** A person as the identity provider presents them. */
export type Presented = IdTokenClaims & {
  /** The language for someone who comes for the first time. */
  language: Language
}

/**
 * Admits a person with a second factor and a mapped group, or fails with `second_factor` or `no_group`.
 * Their name, roles and teams become what the provider says now. Events name nobody: they carry the id alone.
 */
export async function recordSignIn(presented: Presented, now: Date): Promise<Result<{ userId: string }>> {
  const { OIDC_REQUIRED_AMR: amr, OIDC_REQUIRED_ACR: acr } = environment()
  const mappings = await db().groupMapping.findMany({ where: { group: { in: presented.groups } } })
  const judgement = judgeSignIn(presented, { amr, acr }, mappings)
  if (!judgement.admitted) return failure(judgement.reason)
  const existing = await db().user.findUnique({ where: account(presented), select: { id: true } })
  const userId = existing?.id ?? randomUUID()
  const result = await writeInstance({ actorId: userId, now }, (transaction, instance) =>
    keepPerson(transaction, instance, userId, presented, judgement, now))
  // Their very first sign-in, twice at once: the other was faster, so the person exists by now.
  return !result.ok && result.failure.code === 'conflict' ? recordSignIn(presented, now) : result
}

interface Standing {
  roles: string[]
  teams: string[]
}

async function keepPerson(
  transaction: Transaction, instance: LockedInstance, userId: string, presented: Presented,
  { roles, teams }: Extract<ReturnType<typeof judgeSignIn>, { admitted: true }>, now: Date,
): Promise<Result<{ userId: string }>> {
  const before = await transaction.user.findUnique({ where: account(presented), include: { teams: true } })
  if (before && before.id !== userId) return failure('conflict')
  const { iss: issuer, sub: subject, name, email, language } = presented
  await transaction.user.upsert({
    where: account(presented),
    create: { id: userId, issuer, subject, name, email, language, roles, lastSignInAt: now },
    update: { name, email, roles, lastSignInAt: now },
  })
  const standing = { roles, teams: await keepTeams(transaction, userId, teams) }
  recordChange(instance, userId, before && {
    roles: before.roles, teams: before.teams.map(team => team.teamKey).sort(),
  }, standing, before !== null && before.name !== name)
  instance.record({ verb: 'person.signedIn', subject: person(userId), before: null, after: null }, false)
  return success({ userId })
}

/** Puts the person into the teams that exist; a mapping may name one that no assessment has brought yet. */
async function keepTeams(transaction: Transaction, userId: string, mapped: string[]): Promise<string[]> {
  const known = await transaction.team.findMany({ where: { key: { in: mapped } }, orderBy: { key: 'asc' } })
  const teams = known.map(team => team.key)
  await transaction.userTeam.deleteMany({ where: { userId, teamKey: { notIn: teams } } })
  await transaction.userTeam.createMany({ data: teams.map(teamKey => ({ userId, teamKey })), skipDuplicates: true })
  return teams
}

/** A new person, a new name, role or team shows on pages, so it moves the revision; the sign-in itself does not. */
function recordChange(
  instance: LockedInstance, userId: string, before: Standing | null, after: Standing, renamed: boolean,
): void {
  if (!before) return instance.record({ verb: 'person.added', subject: person(userId), before, after }, true)
  if (!renamed && sameStanding(before, after)) return
  instance.record({ verb: 'person.changed', subject: person(userId), before, after: { ...after, renamed } }, true)
}

function sameStanding(before: Standing, after: Standing): boolean {
  const text = ({ roles, teams }: Standing) => JSON.stringify([[...roles].sort(), [...teams].sort()])
  return text(before) === text(after)
}

const account = ({ iss, sub }: Presented) => ({ issuer_subject: { issuer: iss, subject: sub } })
const person = (id: string) => ({ type: 'person', id })
