import { roles as allRoles, type Role } from './permissions'

/** What the identity provider says of a person and of how they signed in. */
export interface SignInClaims {
  /** Authentication methods that were used, such as `pwd` and `otp`. */
  amr: readonly string[]
  /** Name of the level of assurance that was reached. */
  acr: string | null
  groups: readonly string[]
}

/** What counts as a second factor: one of the methods, or one of the levels. */
export interface SecondFactor {
  amr: readonly string[]
  acr: readonly string[]
}

/** A group of the identity provider and what a member of it is here: a role, a team, or both. */
export interface GroupMapping {
  group: string
  role: Role | null
  teamKey: string | null
}

/** What a person is here. */
export interface Standing {
  roles: Role[]
  teams: string[]
}

export type SignInRefusal = 'second_factor' | 'no_group'

/** Whether somebody may enter, and as what. */
export type SignInJudgement = ({ admitted: true } & Standing) | { admitted: false; reason: SignInRefusal }

/**
 * Judges a sign-in. Roles and teams come from groups alone, anew at each sign-in. A team by itself opens no
 * door: whoever has no role is refused here, where they are told whom to ask, and not at every page.
 */
export function judgeSignIn(
  claims: SignInClaims, secondFactor: SecondFactor, mappings: readonly GroupMapping[],
): SignInJudgement {
  if (!hasSecondFactor(claims, secondFactor)) return { admitted: false, reason: 'second_factor' }
  const standing = standingOf(claims.groups, mappings)
  return standing.roles.length === 0 ? { admitted: false, reason: 'no_group' } : { admitted: true, ...standing }
}

/** What members of these groups are, by the mapping. */
export function standingOf(groups: readonly string[], mappings: readonly GroupMapping[]): Standing {
  const applying = mappings.filter(mapping => groups.includes(mapping.group))
  return {
    roles: allRoles.filter(role => applying.some(mapping => mapping.role === role)),
    teams: [...new Set(applying.flatMap(mapping => mapping.teamKey ?? []))].sort(),
  }
}

function hasSecondFactor({ amr, acr }: SignInClaims, required: SecondFactor): boolean {
  return amr.some(method => required.amr.includes(method)) || (acr !== null && required.acr.includes(acr))
}
