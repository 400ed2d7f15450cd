import type { LocalDate } from './dates'
import type { DecisionFacts, ProposalFacts } from './facts'
import { exceptedItems } from './verdict-blockers'
import { openBlocking, openStandard, type Case, type Ceiling } from './verdict-ceiling'

/** What a conditional go rests on; `by` is the last day that it may. */
export type Condition =
  /** A mitigation that stands in for an open gate or critical item until that is closed. */
  | { kind: 'mitigated'; code: string; by: LocalDate; proposal: string }
  /** An open item of S that the board agreed to have by then. */
  | { kind: 'planned'; code: string; by: LocalDate }
  /** An accepted risk. */
  | { kind: 'excepted'; code: string; by: LocalDate }
  /** A condition of the decision in force; `code` is its id. */
  | { kind: 'decided'; code: string; by: LocalDate; isMet: boolean }

/**
 * What the board accepts by a conditional ceiling, under `proposal` where gates are open, and the conditions of
 * the decision in force; by their day.
 */
export function conditionsOf(
  subject: Case,
  ceiling: Ceiling,
  proposal: ProposalFacts | null,
  decision: DecisionFacts | null,
): Condition[] {
  const accepted = ceiling.outcome === 'conditional_go' ? acceptedRisks(subject, proposal) : []
  const decided = (decision?.conditions ?? []).map((condition): Condition =>
    ({ kind: 'decided', code: condition.id, by: condition.dueOn, isMet: condition.metOn !== null }))
  return [...accepted, ...decided].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

function acceptedRisks(subject: Case, proposal: ProposalFacts | null): Condition[] {
  return [
    ...(proposal === null ? [] : openBlocking(subject).flatMap(item => mitigationsOf(item.code, proposal))),
    ...openStandard(subject).flatMap(({ code, agreedDueOn }): Condition[] =>
      agreedDueOn === null ? [] : [{ kind: 'planned', code, by: agreedDueOn }]),
    ...exceptedItems(subject.items).flatMap(({ code, expiresOn }): Condition[] =>
      expiresOn === null ? [] : [{ kind: 'excepted', code, by: expiresOn }]),
  ]
}

function mitigationsOf(code: string, proposal: ProposalFacts): Condition[] {
  return proposal.mitigations
    .filter(mitigation => mitigation.itemCode === code)
    .map(mitigation => ({ kind: 'mitigated', code, by: mitigation.closesOn, proposal: proposal.id }))
}

function sortKey(condition: Condition): string {
  return JSON.stringify([condition.by, condition.kind, condition.code, condition])
}
