import { addDays, localDateAt, startOfDay, type LocalDate } from './dates'
import type { Facts, ItemFacts, RequirementFacts } from './facts'
import type { Policy } from './policy'
import { rememberFor } from './remember'
import { lastDayOf, newestDecision } from './verdict-decision'

/**
 * The first instant after `now` at which time alone could change the verdict, or null where it never will. Rules
 * know the time as the local day alone, so it is the start of a day; that a day is named does not say that it
 * changes anything, only that none before it does.
 */
export function nextChangeAt(facts: Facts, policy: Policy | null, now: Date): Date | null {
  const { timeZone } = facts.assessment
  const today = localDateAt(now, timeZone)
  let next: LocalDate | null = null
  for (const day of turningDays(facts, policy)) if (day > today && (next === null || day < next)) next = day
  return next === null ? null : startOfDay(next, timeZone)
}

/** The first day of each new state of affairs. */
function* turningDays(facts: Facts, policy: Policy | null): Generator<LocalDate> {
  for (const item of facts.items) yield* itemDays(item)
  if (policy === null) return

  for (const mitigation of facts.proposals.filter(one => !one.withdrawn).flatMap(one => one.mitigations)) {
    yield* evidenceDays([mitigation.requirement])
    // The board may rule from the day on which the closing date is near enough, until it is past.
    yield addDays(mitigation.closesOn, -policy.closeWithinDays)
    yield addDays(mitigation.closesOn, 1)
  }
  const decision = newestDecision(facts.decisions)
  if (decision === null) return
  yield decision.decidedOn
  yield addDays(lastDayOf(decision, policy), 1)
  for (const condition of decision.conditions) yield addDays(condition.dueOn, 1)
}

const itemDays = rememberFor((item: ItemFacts): readonly LocalDate[] => {
  const waivers = [...item.notApplicable, ...item.exceptions, ...item.findingExceptions].filter(waiver => waiver.approverId !== null && !waiver.revoked)
  const lastDays = [...waivers.map(waiver => waiver.until), ...(item.agreedDueOn === null ? [] : [item.agreedDueOn])]
  return [...new Set([...evidenceDays(item.requirements), ...lastDays.map(day => addDays(day, 1))])]
})

function* evidenceDays(requirements: readonly RequirementFacts[]): Generator<LocalDate> {
  for (const requirement of requirements) {
    for (const { state, effectiveOn } of requirement.revisions) {
      // From its day on a superseded one makes what is unmet stale; whether it has expired makes no difference.
      if (state === 'accepted' || state === 'superseded') yield effectiveOn
      if (state === 'accepted') yield addDays(effectiveOn, requirement.validityDays + 1)
    }
  }
}
