import { isLocalDate, isTimeZone, type LocalDate } from './dates'
import type { Facts, ItemFacts, RequirementFacts } from './facts'
import type { Policy } from './policy'
import { rememberFor } from './remember'
import type { Values } from './verdict-trace'

/** Rule R0: why there is nothing to judge. */
export interface Obstacle {
  code: ObstacleCode
  values: Values
}

export type ObstacleCode =
  | 'rule_failed'
  | 'invalid_time_zone'
  | 'invalid_date'
  | 'invalid_validity'
  | 'duplicate_item'
  | 'duplicate_requirement'
  | 'duplicate_proposal'
  | 'duplicate_decision'
  | 'no_policy'
  | 'invalid_policy'
  | 'policy_names_no_item'
  | 'policy_names_item_twice'
  | 'no_start'
  | 'no_items'

/** Nothing here is counted in more days than a century has. */
const CENTURY = 36_525

/** Why not even the items can be judged, each for itself; null where they can. */
export function whyUnreadable(facts: Facts): Obstacle | null {
  if (!isTimeZone(facts.assessment.timeZone)) {
    return { code: 'invalid_time_zone', values: { timeZone: String(facts.assessment.timeZone) } }
  }
  const flaws = facts.items.map(flawsOf).filter(flaw => flaw !== null)
  const date = [...flaws.flatMap(flaw => flaw.dates), ...[...datesOf(facts)].filter(isInvalid)][0]
  if (date !== undefined) return { code: 'invalid_date', values: { date: String(date) } }
  const ofMitigations = facts.proposals.flatMap(proposal => proposal.mitigations.map(one => one.requirement))
  const unclear = [...flaws.flatMap(flaw => flaw.unclear), ...unclearOf(ofMitigations)]
  if (unclear.length > 0) return { code: 'invalid_validity', values: { keys: unclear.sort() } }

  return named('duplicate_item', repeated(facts.items.map(item => item.code)))
    ?? named('duplicate_requirement', flaws.flatMap(flaw => flaw.repeated))
    ?? named('duplicate_proposal', repeated(facts.proposals.map(proposal => proposal.id)))
    ?? named('duplicate_decision', repeated(facts.decisions.map(decision => String(decision.number))))
}

/** Why readable facts give no verdict; null where they do. */
export function whyUndecidable(facts: Facts, policy: Policy | null): Obstacle | null {
  if (policy === null) return { code: 'no_policy', values: {} }
  const days = [policy.closeWithinDays, policy.horizonDays, policy.decisionDays, policy.extensions]
  if (!days.every(isDays)) return { code: 'invalid_policy', values: { version: policy.version } }
  // Whatever is no day is none: unknown is never good news.
  if (!facts.assessment.startedOn) return { code: 'no_start', values: {} }
  if (facts.items.length === 0) return { code: 'no_items', values: {} }

  const listed = [...policy.gates, ...policy.critical]
  const known = new Set(facts.items.map(item => item.code))
  return named('policy_names_no_item', listed.filter(code => !known.has(code)))
    ?? named('policy_names_item_twice', repeated(listed))
}

function named(code: ObstacleCode, codes: readonly string[]): Obstacle | null {
  return codes.length === 0 ? null : { code, values: { codes: [...new Set(codes)].sort() } }
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter(value => seen.has(value) || !seen.add(value))
}

interface Flaws {
  /** Dates that are none. */
  dates: unknown[]
  /** Keys of requirements whose evidence is valid for no number of days. */
  unclear: string[]
  /** Keys that stand twice. */
  repeated: string[]
}

/** What is wrong with an item, for itself; null where nothing is. */
const flawsOf = rememberFor((item: ItemFacts): Flaws | null => {
  const waivers = [...item.notApplicable, ...item.exceptions]
  const revisions = item.requirements.flatMap(requirement => requirement.revisions)
  const dates = [item.dueOn, item.agreedDueOn, ...waivers.map(one => one.until), ...revisions.map(one => one.effectiveOn)].filter(isInvalid)
  const flaws = { dates, unclear: unclearOf(item.requirements), repeated: repeated(item.requirements.map(one => one.key)) }
  return Object.values(flaws).some(found => found.length > 0) ? flaws : null
})

function unclearOf(requirements: readonly RequirementFacts[]): string[] {
  return requirements.filter(requirement => !isDays(requirement.validityDays)).map(one => one.key)
}

function isInvalid(date: LocalDate | null): boolean {
  return date !== null && !isLocalDate(date)
}

/** The dates that stand beside the items. */
function* datesOf(facts: Facts) {
  yield facts.assessment.startedOn
  for (const { closesOn, requirement } of facts.proposals.flatMap(proposal => proposal.mitigations)) {
    yield closesOn
    for (const revision of requirement.revisions) yield revision.effectiveOn
  }
  for (const decision of facts.decisions) {
    yield decision.decidedOn
    for (const condition of decision.conditions) {
      yield condition.dueOn
      yield condition.metOn
    }
  }
}

function isDays(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= CENTURY
}
