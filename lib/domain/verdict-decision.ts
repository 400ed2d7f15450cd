import { addDays, type LocalDate } from './dates'
import type { DecisionFacts } from './facts'
import type { Policy } from './policy'
import type { Values } from './verdict-trace'

/** What of the board's rulings is in force (R6), and why if none is. */
export type DecisionStanding =
  | { decision: DecisionFacts; reason: 'decision_in_force'; values: Values }
  | { decision: null; reason: DecisionEnd; values: Values }

export type DecisionEnd =
  | 'no_decision'
  | 'decision_not_begun'
  | 'decision_expired'
  | 'policy_changed'
  | 'condition_breached'
  | 'condition_overdue'
  | 'proof_lost'

/**
 * The newest decision, whatever became of older ones, unless something ended it by `today`. Of what ended it the
 * first in the order of `DecisionEnd` is named.
 */
export function decisionStanding(
  decisions: readonly DecisionFacts[],
  policy: Policy,
  isProven: (code: string) => boolean,
  today: LocalDate,
): DecisionStanding {
  const decision = newestDecision(decisions)
  const ended = (reason: DecisionEnd, values: Values): DecisionStanding => ({ decision: null, reason, values })
  if (decision === null) return ended('no_decision', {})

  const about = { decision: decision.id }
  const until = lastDayOf(decision, policy)
  if (decision.decidedOn > today) return ended('decision_not_begun', { ...about, from: decision.decidedOn })
  if (until < today) return ended('decision_expired', { ...about, until })
  if (decision.policyVersion !== policy.version) {
    return ended('policy_changed', { ...about, decided: decision.policyVersion, inForce: policy.version })
  }
  const breached = decision.conditions.filter(condition => condition.breached)
  if (breached.length > 0) return ended('condition_breached', { ...about, conditions: idsOf(breached) })
  const overdue = decision.conditions.filter(({ dueOn, metOn }) => dueOn < today && (metOn === null || metOn > dueOn))
  if (overdue.length > 0) return ended('condition_overdue', { ...about, conditions: idsOf(overdue) })
  const lost = decision.provenAtDecision.filter(code => !isProven(code))
  if (lost.length > 0) return ended('proof_lost', { ...about, codes: [...lost].sort() })
  return { decision, reason: 'decision_in_force', values: { ...about, outcome: decision.outcome, until } }
}

export function newestDecision(decisions: readonly DecisionFacts[]): DecisionFacts | null {
  return [...decisions].sort((a, b) => b.number - a.number)[0] ?? null
}

/** The last day that a decision holds; no more extensions count than the policy allows. */
export function lastDayOf(decision: DecisionFacts, policy: Policy): LocalDate {
  const terms = 1 + Math.min(decision.extensions, policy.extensions)
  return addDays(decision.decidedOn, policy.decisionDays * terms)
}

function idsOf(conditions: readonly { id: string }[]): string[] {
  return conditions.map(condition => condition.id).sort()
}
