import type { ActingToken } from './tokens'

export const roles = ['owner', 'reviewer', 'cab_chair', 'cab_member', 'executive', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Everything that a door can demand. */
export const permissions = [
  'account.use',
  'assessment.read',
  'evidence.read',
  'event.read',
  'item.changeStatus',
  'item.plan',
  'notApplicable.approve',
  'findingException.request',
  'findingException.approve',
  'evidence.submit',
  'evidence.review',
  'evidence.withdraw',
  'task.update',
  'item.comment',
  'assessment.create',
  'assessment.configure',
  'policy.propose',
  'policy.decide',
  'administration.read',
  'session.revoke',
  'group.map',
  'team.edit',
  'delegation.set',
] as const
export type Permission = (typeof permissions)[number]

const everyone = ['account.use', 'assessment.read', 'evidence.read', 'event.read'] as const satisfies Permission[]

/** What each role may ask for. Whether it may for this very item is asked by the predicates below. */
const granted = {
  owner: [...everyone, 'item.changeStatus', 'item.plan', 'findingException.request', 'evidence.submit', 'evidence.review', 'task.update', 'item.comment'],
  reviewer: [...everyone, 'evidence.review', 'evidence.withdraw', 'notApplicable.approve', 'findingException.approve', 'item.comment'],
  cab_chair: [...everyone, 'notApplicable.approve', 'findingException.approve', 'item.comment'],
  cab_member: [...everyone, 'notApplicable.approve', 'findingException.approve', 'item.comment'],
  executive: [...everyone, 'item.comment'],
  // Reads everything, changes nothing.
  auditor: [...everyone, 'administration.read'],
  admin: [
    ...everyone, 'item.comment', 'assessment.create', 'assessment.configure', 'policy.propose', 'policy.decide',
    'administration.read', 'session.revoke', 'group.map', 'team.edit', 'delegation.set',
  ],
} as const satisfies Record<Role, readonly Permission[]>

/** Who asks: never a person's name, always what the rules need. */
export interface Viewer {
  userId: string
  roles: readonly Role[]
  /** Keys of the viewer's teams, and of those of whom they stand in for. */
  teams: readonly string[]
  /** Ids of the absent people whose work the viewer does now. Their acts stay the viewer's own. */
  standsInFor: readonly string[]
  /** The token through which a program acts for the person; missing where they act themselves. */
  token?: ActingToken
}

/** Whether a rule lets somebody act, and if not the code of the reason, which the interface words. */
export type Allowance = { allowed: true } | { allowed: false; reason: Refusal }

export type Refusal =
  | 'role'
  | 'not_owner_team'
  | 'own_submission'
  | 'owner_team_reviews'
  | 'not_named_reviewer'
  | 'own_request'
  | 'not_in_review'
  | 'not_accepted'
  | 'own_proposal'
  | 'policy_moved_on'
  | 'handed_in'

const yes: Allowance = { allowed: true }
const no = (reason: Refusal): Allowance => ({ allowed: false, reason })

export function hasPermission(viewer: Viewer, permission: Permission): boolean {
  return viewer.roles.some(role => (granted[role] as readonly Permission[]).includes(permission))
}

/** What of a viewer decides which page they see: two viewers with one fingerprint see the same pages. */
export function permissionFingerprint(viewer: Viewer): string {
  return [viewer.roles, viewer.teams, viewer.standsInFor].map(part => [...part].sort().join('+')).join('/')
}

/** Everything that `canWrite` is asked. */
export const writePermissions = [
  'item.changeStatus', 'item.plan', 'findingException.request', 'evidence.submit', 'task.update',
] as const satisfies Permission[]
type WritePermission = (typeof writePermissions)[number]

/** What of a viewer decides what they may write, of any item and task; of all who write nothing it is the same. */
export function writeFingerprint(viewer: Viewer): string {
  const held = writePermissions.filter(permission => hasPermission(viewer, permission))
  return held.length === 0 ? '' : `${held.join('+')}/${[...viewer.teams].sort().join('+')}`
}

/** Owners write what their teams own: an item, its plan, its evidence, a task. */
export function canWrite(viewer: Viewer, permission: WritePermission, subject: { ownerTeams: readonly string[] }): Allowance {
  if (!hasPermission(viewer, permission)) return no('role')
  return sharesTeam(viewer.teams, subject.ownerTeams) ? yes : no('not_owner_team')
}

/**
 * Owners may hand an item on, or take another team in. But whoever owned it when evidence or a claim was handed in
 * goes on to own it: dropped, that team's people could review, approve and attest what their own team handed in.
 */
export function canChangeOwners(
  viewer: Viewer, item: { ownerTeams: readonly string[]; handedIn: boolean }, teams: readonly string[],
): Allowance {
  const allowance = canWrite(viewer, 'item.plan', item)
  if (!allowance.allowed) return allowance
  return item.handedIn && !item.ownerTeams.every(team => teams.includes(team)) ? no('handed_in') : yes
}

/**
 * Nobody reviews what they submitted, or what an owning team of theirs must prove. A reviewer by role may
 * review anything else; an owner of another team only where the item names them. Who stands in for somebody
 * counts as both of them wherever that forbids, and may review where either is named.
 */
export function canReview(
  viewer: Viewer,
  revision: { state: string; submitterId: string },
  subject: { ownerTeams: readonly string[]; reviewerId: string | null },
): Allowance {
  const independent = reviewsIndependently(viewer, revision.submitterId, subject)
  if (!independent.allowed) return independent
  return revision.state === 'in_review' ? yes : no('not_in_review')
}

/** A reviewer who was deceived takes an acceptance back. */
export function canWithdraw(
  viewer: Viewer,
  revision: { state: string; submitterId: string },
  subject: { ownerTeams: readonly string[]; reviewerId: string | null },
): Allowance {
  if (!hasPermission(viewer, 'evidence.withdraw')) return no('role')
  const independent = reviewsIndependently(viewer, revision.submitterId, subject)
  if (!independent.allowed) return independent
  return revision.state === 'accepted' ? yes : no('not_accepted')
}

/**
 * A second administrator decides on a change of the policy: not who proposed it, nor who stands in for them. One
 * for a version that is no longer in force can only be refused.
 */
export function canDecidePolicy(
  viewer: Viewer, proposal: { proposerId: string; baseVersion: number }, versionInForce: number, approve: boolean,
): Allowance {
  if (!hasPermission(viewer, 'policy.decide')) return no('role')
  if (isOrStandsInFor(viewer, proposal.proposerId)) return no('own_proposal')
  return approve && proposal.baseVersion !== versionInForce ? no('policy_moved_on') : yes
}

/** Another person than the one who asked, or who stands in for them, of no owning team, approves that an item does not apply. */
export function canApproveNotApplicable(
  viewer: Viewer,
  claim: { requesterId: string },
  subject: { ownerTeams: readonly string[] },
): Allowance {
  return canApproveRequest(viewer, 'notApplicable.approve', claim, subject)
}

/** The same for setting aside what a check finds. */
export function canApproveFindingException(
  viewer: Viewer, exception: { requesterId: string }, subject: { ownerTeams: readonly string[] },
): Allowance {
  return canApproveRequest(viewer, 'findingException.approve', exception, subject)
}

function canApproveRequest(
  viewer: Viewer, permission: Permission, request: { requesterId: string }, subject: { ownerTeams: readonly string[] },
): Allowance {
  if (!hasPermission(viewer, permission)) return no('role')
  if (isOrStandsInFor(viewer, request.requesterId)) return no('own_request')
  return sharesTeam(viewer.teams, subject.ownerTeams) ? no('owner_team_reviews') : yes
}

function reviewsIndependently(
  viewer: Viewer,
  submitterId: string,
  subject: { ownerTeams: readonly string[]; reviewerId: string | null },
): Allowance {
  if (!hasPermission(viewer, 'evidence.review')) return no('role')
  if (isOrStandsInFor(viewer, submitterId)) return no('own_submission')
  if (sharesTeam(viewer.teams, subject.ownerTeams)) return no('owner_team_reviews')
  const named = subject.reviewerId !== null && isOrStandsInFor(viewer, subject.reviewerId)
  return named || viewer.roles.includes('reviewer') ? yes : no('not_named_reviewer')
}

/** Whether what this person must or must not do falls to the viewer now. */
export function isOrStandsInFor(viewer: Pick<Viewer, 'userId' | 'standsInFor'>, userId: string): boolean {
  return viewer.userId === userId || viewer.standsInFor.includes(userId)
}

function sharesTeam(some: readonly string[], others: readonly string[]): boolean {
  return some.some(team => others.includes(team))
}
