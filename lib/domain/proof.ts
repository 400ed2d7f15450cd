import { addDays, localDateAt, type LocalDate } from './dates'
import type { FailedCheck, ItemFacts, RequirementFacts, RevisionFacts } from './facts'
import type { ProvenStatus } from './items'
import type { Policy } from './policy'
import { rememberFor } from './remember'
import { waivedUntil } from './waivers'

/**
 * Why a requirement stands where it stands, and the state that this gives. Of all its revisions the reason that
 * stands first here decides: what fails or has lapsed outweighs what meets it, and what counts for nothing
 * (a link, what waits for review) takes nothing away from what does.
 */
const states = {
  check_failed: 'failed',
  check_error: 'inconclusive',
  check_inconclusive: 'inconclusive',
  check_not_run: 'inconclusive',
  expired: 'expired',
  met: 'met',
  not_independent: 'inadmissible',
  owner_link: 'inadmissible',
  owner_attestation: 'inadmissible',
  in_review: 'in_review',
  not_yet_effective: 'not_yet_effective',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  superseded: 'missing',
  missing: 'missing',
} as const

export type RequirementReason = keyof typeof states
export type RequirementState = (typeof states)[RequirementReason]

const reasons = Object.keys(states) as RequirementReason[]

export interface RequirementProof {
  key: string
  state: RequirementState
  reason: RequirementReason
  /** Ids of the revisions that give the reason; none where nothing was handed in. */
  revisionIds: readonly string[]
  /** Ids of the required checks that give the reason, where it is one of a check. */
  checks: readonly string[]
  /** Last day that it is met, or was where it expired. */
  expiresOn: LocalDate | null
}

export interface ItemProof {
  code: string
  status: ProvenStatus
  /** By key. */
  requirements: readonly RequirementProof[]
  /** Codes of the refuted controls that support it. */
  refutedBy: readonly string[]
  /** The failed checks of current files that speak of it. */
  failedChecks: readonly FailedCheck[]
  /** Last day that time leaves the status alone: of its evidence where proven, of its waiver where waived. */
  expiresOn: LocalDate | null
}

/** Whose evidence is judged: an item, a task or a mitigation. */
export interface ProofSubject {
  ownerTeams: readonly string[]
  /** A gate or a critical item, which the owners' links and attestations never prove. */
  isBlocking: boolean
}

/**
 * Rule R1 for one item among all: what its evidence proves at `now`, with the days of `timeZone`.
 * Without a policy every item is judged like a gate, since nobody said that it is none.
 */
export function proveItem(
  item: ItemFacts,
  allItems: readonly ItemFacts[],
  policy: Policy | null,
  now: Date,
  timeZone: string,
): ItemProof {
  const today = localDateAt(now, timeZone)
  return itemProof(item, supportOf(allItems), refutedCodes(allItems, today), policy, today)
}

/** Rule R1 for every item, by code in ascending order. Codes are unique, or the last of a code wins. */
export function proveItems(
  items: readonly ItemFacts[],
  policy: Policy | null,
  today: LocalDate,
): ReadonlyMap<string, ItemProof> {
  const refuted = refutedCodes(items, today)
  const support = supportOf(items)
  const proofs = items.map(item => itemProof(item, support, refuted, policy, today))
  return new Map(proofs.sort((a, b) => (a.code < b.code ? -1 : 1)).map(proof => [proof.code, proof]))
}

/**
 * What the revisions of a requirement prove on `today`. Proof takes the latest accepted revision of each
 * evidence, service and environment: at least one must meet the requirement, and none may fail a required check,
 * leave one open or have expired. A revision counts from the day that it speaks of.
 */
export function proveRequirement(
  requirement: RequirementFacts,
  subject: ProofSubject,
  today: LocalDate,
): RequirementProof {
  const judged = requirement.revisions
    .filter(revision => isCurrent(revision, requirement.revisions, today))
    .map(revision => ({ revision, ...judgeRevision(revision, requirement, subject, today) }))
  const reason = reasons.find(candidate => judged.some(one => one.reason === candidate)) ?? 'missing'
  const deciding = judged.filter(one => one.reason === reason)
  const lasts = reason === 'met' || reason === 'expired'
  return {
    key: requirement.key,
    state: states[reason],
    reason,
    revisionIds: deciding.map(one => one.revision.id).sort(),
    checks: [...new Set(deciding.flatMap(one => one.checks))].sort(),
    expiresOn: lasts ? earliest(deciding.map(one => lastDay(one.revision, requirement))) : null,
  }
}

/** Whether the policy makes the item a gate or a critical one, from which no waiver takes it. */
export function isBlocking(code: string, policy: Policy | null): boolean {
  return policy === null || policy.gates.includes(code) || policy.critical.includes(code)
}

function itemProof(
  item: ItemFacts,
  support: Support,
  refuted: ReadonlySet<string>,
  policy: Policy | null,
  today: LocalDate,
): ItemProof {
  const blocking = isBlocking(item.code, policy)
  const refutedBy = refuted.size === 0 ? [] : (support.get(item.code) ?? []).filter(code => refuted.has(code)).sort()
  const last = lastProof(item)
  if (last.proof?.code === item.code && last.today === today && last.isBlocking === blocking && sameCodes(last.proof.refutedBy, refutedBy))
    return last.proof
  const proof = judgeItem(item, refutedBy, blocking, today)
  Object.assign(last, { today, isBlocking: blocking, proof })
  return proof
}

interface LastProof {
  today: LocalDate
  isBlocking: boolean
  proof: ItemProof | null
}

/** The last proof of an item, which holds while the day, its weight and the controls that refute it are the same. */
const lastProof = rememberFor<ItemFacts, LastProof>(() => ({ today: '', isBlocking: false, proof: null }))

function sameCodes(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((code, index) => code === others[index])
}

function judgeItem(item: ItemFacts, refutedBy: readonly string[], isBlocking: boolean, today: LocalDate): ItemProof {
  const subject = { ownerTeams: item.ownerTeams, isBlocking }
  const requirements = item.requirements
    .map(requirement => proveRequirement(requirement, subject, today))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const { code, failedChecks } = item
  const proof = { code, requirements, refutedBy, failedChecks }

  const failing = requirements.filter(requirement => requirement.state === 'failed')
  const failures = new Set([...failedChecks.map(({ check }) => check), ...failing.flatMap(({ checks }) => checks)])
  const isRefuted = refutedBy.length > 0 || failures.size > 0
  const met = requirements.filter(requirement => requirement.state === 'met')
  if (!isRefuted && requirements.length > 0 && met.length === requirements.length) {
    return { ...proof, status: 'proven', expiresOn: earliest(met.flatMap(one => one.expiresOn ?? [])) }
  }
  if (!subject.isBlocking) {
    const notApplicable = waivedUntil(item.notApplicable, item.ownerTeams, today)
    if (notApplicable !== null) return { ...proof, status: 'not_applicable', expiresOn: notApplicable }
    const excepted = waivedUntil(item.exceptions, item.ownerTeams, today)
    if (excepted !== null) return { ...proof, status: 'excepted', expiresOn: excepted }
    const lastDay = failures.size > 0 && refutedBy.length === 0 ? lastDaySetAside(item, failures, subject, today) : null
    if (lastDay !== null) return { ...proof, status: 'excepted', expiresOn: lastDay }
  }
  const wasProven = () => item.requirements.length > 0
    && item.requirements.every(requirement => wasOnceMet(requirement, subject, today))
  const status = isRefuted ? 'refuted' : wasProven() ? 'stale' : met.length > 0 ? 'partial' : 'unmet'
  return { ...proof, status, expiresOn: null }
}

/**
 * The last day on which an item would be proven but for findings that are set aside, each of them: an accepted risk,
 * and not proof. Null where it would not be.
 */
function lastDaySetAside(item: ItemFacts, failures: ReadonlySet<string>, subject: ProofSubject, today: LocalDate): LocalDate | null {
  const ends = [...failures].map(check => setAsideUntil(check, item, today))
  const without = item.requirements.map(requirement =>
    proveRequirement({ ...requirement, checks: requirement.checks.filter(check => !failures.has(check)) }, subject, today))
  const holds = without.length > 0 && without.every(({ state }) => state === 'met') && ends.every(end => end !== null)
  return holds ? earliest([...ends, ...without.map(({ expiresOn }) => expiresOn)].filter(end => end !== null)) : null
}

/** The last day on which what a check finds of an item is set aside; null where it is not. */
export function setAsideUntil(check: string, { findingExceptions, ownerTeams }: ItemFacts, today: LocalDate): LocalDate | null {
  return waivedUntil(findingExceptions.filter(exception => exception.check === check), ownerTeams, today)
}

/**
 * Codes of what a failing check refutes: the items of the evidence, and what refuted controls support. No waiver
 * changes it, or an exception on a control would lift a gate.
 */
function refutedCodes(items: readonly ItemFacts[], today: LocalDate): ReadonlySet<string> {
  const refuted = new Set(items.filter(item => item.failedChecks.length > 0 || hasFailed(item, today)).map(item => item.code))
  if (refuted.size === 0) return refuted
  const controls = items.filter(({ kind }) => kind === 'control')
  const supports = new Map(controls.map(control => [control.code, control.supports]))
  // A set is walked to what was added on the way: chains of controls are followed, circles end.
  for (const code of refuted) supports.get(code)?.forEach(supported => refuted.add(supported))
  return refuted
}

/** By code of a supported item, the codes of the controls that support it. */
type Support = ReadonlyMap<string, readonly string[]>

function supportOf(items: readonly ItemFacts[]): Support {
  const support = new Map<string, string[]>()
  for (const { kind, code, supports } of items) {
    if (kind !== 'control') continue
    for (const supported of new Set(supports)) {
      const controls = support.get(supported)
      if (controls) controls.push(code)
      else support.set(supported, [code])
    }
  }
  return support
}

/** A failed check counts whoever owns the item, whoever reviewed the file and however old it is. */
function hasFailed(item: ItemFacts, today: LocalDate): boolean {
  const subject = { ownerTeams: item.ownerTeams, isBlocking: false }
  return item.requirements.some(requirement =>
    requirement.checks.length > 0 && proveRequirement(requirement, subject, today).state === 'failed')
}

/** Whether no newer revision has taken the place of this one. Of two with one number both stand. */
function isCurrent(revision: RevisionFacts, all: readonly RevisionFacts[], today: LocalDate): boolean {
  if (revision.state !== 'accepted') return true
  return !all.some(other =>
    other.state === 'accepted'
    && other.effectiveOn <= today
    && other.evidenceId === revision.evidenceId
    && other.service === revision.service
    && other.environment === revision.environment
    && other.number > revision.number)
}

interface Judgement {
  reason: RequirementReason
  checks: readonly string[]
}

function judgeRevision(
  revision: RevisionFacts,
  requirement: RequirementFacts,
  subject: ProofSubject,
  today: LocalDate,
): Judgement {
  const because = (reason: RequirementReason): Judgement => ({ reason, checks: [] })
  if (revision.state !== 'accepted') return because(revision.state)
  if (revision.effectiveOn > today) return because('not_yet_effective')
  const checks = judgeChecks(revision, requirement)
  // Only a newer revision takes a failed check back.
  if (checks?.reason === 'check_failed') return checks
  if (!isReviewedIndependently(revision, subject)) return because('not_independent')
  if (subject.isBlocking && sharesTeam(revision.submitterTeams, subject.ownerTeams)) {
    if (revision.isLink || requirement.kind === 'link') return because('owner_link')
    if (requirement.kind === 'attestation') return because('owner_attestation')
  }
  if (checks !== null) return checks
  return because(lastDay(revision, requirement) < today ? 'expired' : 'met')
}

/** What the required checks leave to be desired, the worst first, or null where each ran and passed. */
function judgeChecks(revision: RevisionFacts, requirement: RequirementFacts): Judgement | null {
  const outcomes = requirement.checks.map(id => ({ id, outcome: outcomeOf(id, revision) }))
  for (const reason of ['check_failed', 'check_error', 'check_inconclusive', 'check_not_run'] as const) {
    const checks = outcomes.filter(check => check.outcome === reason).map(check => check.id)
    if (checks.length > 0) return { reason, checks }
  }
  return null
}

/** A check runs once a file: the worst of its runs is its outcome. */
function outcomeOf(checkId: string, revision: RevisionFacts) {
  const runs = revision.checkRuns.filter(run => run.checkId === checkId)
  if (runs.length === 0) return 'check_not_run'
  if (runs.some(run => run.outcome === 'fail')) return 'check_failed'
  if (runs.some(run => run.outcome === 'error')) return 'check_error'
  return runs.every(run => run.outcome === 'pass') ? 'pass' : 'check_inconclusive'
}

function isReviewedIndependently(revision: RevisionFacts, subject: ProofSubject): boolean {
  return revision.reviewerId !== null
    && revision.reviewerId !== revision.submitterId
    && !sharesTeam(revision.reviewerTeams, subject.ownerTeams)
}

/** Whether a revision that was accepted has met it, though it expired or was overtaken since. */
function wasOnceMet(requirement: RequirementFacts, subject: ProofSubject, today: LocalDate): boolean {
  return requirement.revisions
    .filter(revision => revision.state === 'accepted' || revision.state === 'superseded')
    .map(revision => judgeRevision({ ...revision, state: 'accepted' }, requirement, subject, today).reason)
    .some(reason => reason === 'met' || reason === 'expired')
}

function lastDay(revision: RevisionFacts, requirement: RequirementFacts): LocalDate {
  return addDays(revision.effectiveOn, requirement.validityDays)
}

function earliest(days: readonly LocalDate[]): LocalDate | null {
  return [...days].sort()[0] ?? null
}

function sharesTeam(some: readonly string[], others: readonly string[]): boolean {
  return some.some(team => others.includes(team))
}
