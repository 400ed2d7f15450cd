import { addDays, localDateAt, startOfDay, type LocalDate } from './dates'
import type { Facts, RequirementFacts } from './facts'
import type { Policy } from './policy'
import { lastDayOf, newestDecision } from './verdict-decision'

/**
 * The first instant after `now` at which time alone could change the verdict, or null where it never will. Rules
 * know the time as the local day alone, so it is the start of a day; that a day is named does not say that it
 * changes anything, only that none before it does.
 */
export function nextChangeAt(facts: Facts, policy: Policy | null, now: Date): Date | null {
  const { timeZone } = facts.assessment
  const today = localDateAt(now, timeZone)
  const days = [...turningDays(facts, policy)].filter(day => day > today).sort()
  return days[0] === undefined ? null : startOfDay(days[0], timeZone)
}

/** The first day of each new state of affairs. */
function* turningDays(facts: Facts, policy: Policy | null): Generator<LocalDate> {
  for (const item of facts.items) {
    yield* evidenceDays(item.requirements)
    for (const waiver of [...item.notApplicable, ...item.exceptions]) {
      if (waiver.approverId !== null && !waiver.revoked) yield addDays(waiver.until, 1)
    }
    if (item.agreedDueOn !== null) yield addDays(item.agreedDueOn, 1)
  }
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

function* evidenceDays(requirements: readonly RequirementFacts[]): Generator<LocalDate> {
  for (const requirement of requirements) {
    for (const { state, effectiveOn } of requirement.revisions) {
      // From its day on a superseded one makes what is unmet stale; whether it has expired makes no difference.
      if (state === 'accepted' || state === 'superseded') yield effectiveOn
      if (state === 'accepted') yield addDays(effectiveOn, requirement.validityDays + 1)
    }
  }
}
