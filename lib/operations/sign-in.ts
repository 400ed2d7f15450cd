import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import type { Language } from '@/lib/domain/language'
import { failure, success, type Result } from '@/lib/domain/result'
import type { Role } from '@/lib/domain/permissions'
import { judgeSignIn, type Standing } from '@/lib/domain/sign-in'
import { environment } from '@/lib/platform/env'
import type { IdTokenClaims } from '@/lib/schemas/sign-in'
import { isSameStanding, keepTeams, setStanding } from './standing'
import { writeInstance, type LockedInstance } from './write'

/** A person as the identity provider presents them. */
export type Presented = IdTokenClaims & {
  /** The language for someone who comes for the first time. */
  language: Language
}

/**
 * Admits a person with a second factor and a mapped group, or fails with `second_factor` or `no_group`.
 * Their name, roles and teams become what the provider says now; who comes back without any mapped group loses
 * also the sessions that still run elsewhere. Events name nobody: they carry the id alone.
 */
export async function recordSignIn(presented: Presented, now: Date): Promise<Result<{ userId: string }>> {
  const { OIDC_REQUIRED_AMR: amr, OIDC_REQUIRED_ACR: acr } = environment()
  const mappings = await db().groupMapping.findMany({ where: { group: { in: presented.groups } } })
  const judgement = judgeSignIn(presented, { amr, acr }, mappings)
  const existing = await db().user.findUnique({ where: account(presented), select: { id: true } })
  if (!judgement.admitted) {
    if (judgement.reason === 'no_group' && existing) await takeStandingAway(existing.id, presented.groups, now)
    return failure(judgement.reason)
  }
  const userId = existing?.id ?? randomUUID()
  const result = await writeInstance({ actorId: userId, now }, (transaction, instance) =>
    keepPerson(transaction, instance, userId, presented, judgement, now))
  // Their very first sign-in, twice at once: the other was faster, so the person exists by now.
  return !result.ok && result.failure.code === 'conflict' ? recordSignIn(presented, now) : result
}

/** The provider has said, by an account that proved itself with two factors, that this person belongs here no more. */
function takeStandingAway(userId: string, groups: string[], now: Date): Promise<Result<null>> {
  return writeInstance({ actorId: userId, now }, async (transaction, instance) => {
    const person = await transaction.user.findUniqueOrThrow({ where: { id: userId }, include: { teams: true } })
    await transaction.user.update({ where: { id: userId }, data: { groups } })
    await setStanding(transaction, instance, userId, standingIn(person), { roles: [], teams: [] }, now)
    return success(null)
  })
}

async function keepPerson(
  transaction: Transaction, instance: LockedInstance, userId: string, presented: Presented,
  { roles, teams }: Extract<ReturnType<typeof judgeSignIn>, { admitted: true }>, now: Date,
): Promise<Result<{ userId: string }>> {
  const before = await transaction.user.findUnique({ where: account(presented), include: { teams: true } })
  if (before && before.id !== userId) return failure('conflict')
  const { iss: issuer, sub: subject, name, email, language, groups } = presented
  await transaction.user.upsert({
    where: account(presented),
    create: { id: userId, issuer, subject, name, email, language, roles, groups, lastSignInAt: now },
    update: { name, email, roles, groups, lastSignInAt: now },
  })
  const standing = { roles, teams: await keepTeams(transaction, userId, teams) }
  recordChange(instance, userId, before && standingIn(before), standing, before !== null && before.name !== name)
  instance.record({ verb: 'person.signedIn', subject: person(userId), before: null, after: null }, false)
  return success({ userId })
}

/** A new person, a new name, role or team shows on pages, so it moves the revision; the sign-in itself does not. */
function recordChange(
  instance: LockedInstance, userId: string, before: Standing | null, after: Standing, renamed: boolean,
): void {
  if (!before) return instance.record({ verb: 'person.added', subject: person(userId), before, after }, true)
  if (!renamed && isSameStanding(before, after)) return
  instance.record({ verb: 'person.changed', subject: person(userId), before, after: { ...after, renamed } }, true)
}

function standingIn(person: { roles: Role[]; teams: { teamKey: string }[] }): Standing {
  return { roles: person.roles, teams: person.teams.map(team => team.teamKey).sort() }
}

const account = ({ iss, sub }: Presented) => ({ issuer_subject: { issuer: iss, subject: sub } })
const person = (id: string) => ({ type: 'person', id })
