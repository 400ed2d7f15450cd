import { localDateAt } from './dates'
import { outcomes, type DecisionFacts, type Facts, type Outcome, type ProposalFacts } from './facts'
import type { Policy } from './policy'
import { proveItems, type ItemProof } from './proof'
import { openItems, type Blockers } from './verdict-blockers'
import { ceilingOf, openBlocking, type Case, type Ceiling } from './verdict-ceiling'
import { conditionsOf, type Condition } from './verdict-conditions'
import { decisionStanding, type DecisionStanding } from './verdict-decision'
import { whyUndecidable, whyUnreadable, type Obstacle } from './verdict-evaluable'
import { nextChangeAt } from './verdict-next-change'
import { isSufficient } from './verdict-plan'
import { entry, type EffectiveReason, type TraceEntry } from './verdict-trace'

export interface Verdict {
  /** The best that the board may rule now. */
  ceiling: Outcome
  /** What holds: never looser than the ceiling. */
  effective: Outcome
  /** The rule that gave the ceiling. */
  rule: 'R0' | 'R3' | 'R4' | 'R5'
  /** Why the effective outcome is what it is (R6). */
  effectiveRule: EffectiveReason
  blockers: Blockers
  conditions: readonly Condition[]
  trace: readonly TraceEntry[]
  /** The first instant at which time alone could change the answer; null where it never will. */
  nextChangeAt: Date | null
  /** By item code in ascending order; empty where the facts could not be read. */
  items: ReadonlyMap<string, ItemProof>
}

/**
 * Whether the system may go live. Pure and total: the same facts in any order give the same answer, and whatever
 * cannot be judged is a `no_go` by R0, never an exception.
 */
export function decide(facts: Facts, policy: Policy | null, now: Date): Verdict {
  try {
    return judge(facts, policy, now)
  } catch (error) {
    const message = error instanceof Error ? error.message : 'thrown'
    return notEvaluated({ code: 'rule_failed', values: { error: message } })
  }
}

function judge(facts: Facts, policy: Policy | null, now: Date): Verdict {
  const unreadable = whyUnreadable(facts)
  if (unreadable !== null) return notEvaluated(unreadable)

  const { startedOn, timeZone } = facts.assessment
  const today = localDateAt(now, timeZone)
  const items = proveItems(facts.items, policy, today)
  const blockers = openItems(facts.items, items, policy)
  const undecidable = whyUndecidable(facts, policy)
  if (undecidable !== null || policy === null || startedOn === null) {
    const nothing = notEvaluated(undecidable ?? { code: 'rule_failed', values: {} })
    return { ...nothing, blockers, items, nextChangeAt: nextChangeAt(facts, null, now) }
  }

  const subject: Case = { facts, policy, startedOn, today, items, blockers }
  const ceiling = ceilingOf(subject)
  const standing = decisionStanding(facts.decisions, policy, code => items.get(code)?.status === 'proven', today)
  const accepted = standing.decision && acceptedProposal(subject, ceiling, standing.decision)
  const effective = effect(ceiling, standing, accepted)
  return {
    ceiling: ceiling.outcome,
    effective: effective.outcome,
    rule: ceiling.rule,
    effectiveRule: effective.reason,
    blockers,
    conditions: conditionsOf(subject, ceiling, accepted ?? ceiling.sufficient[0] ?? null, standing.decision),
    trace: [
      entry('R0', true, 'evaluable', {}),
      ...proofTrace(subject),
      ...ceiling.trace,
      entry('R6', standing.decision !== null, effective.reason, standing.values),
    ],
    nextChangeAt: nextChangeAt(facts, policy, now),
    items,
  }
}

/**
 * R6: the stricter of the ceiling and the decision in force. Where gates are open a decision carries no further
 * than the proposal that it accepted: another one, however good, was not ruled on.
 */
function effect(
  ceiling: Ceiling,
  { decision, reason }: DecisionStanding,
  accepted: ProposalFacts | null,
): { outcome: Outcome; reason: EffectiveReason } {
  if (decision === null) return { outcome: 'no_go', reason }
  const isStricter = outcomes.indexOf(ceiling.outcome) < outcomes.indexOf(decision.outcome)
  const stricter = isStricter ? ceiling.outcome : decision.outcome
  if (ceiling.rule === 'R4' && stricter !== 'no_go' && accepted === null) {
    return { outcome: 'no_go', reason: 'proposal_fallen' }
  }
  return { outcome: stricter, reason: isStricter ? 'ceiling_stricter' : 'decision_in_force' }
}

/** The proposal that the decision accepted, if its closing dates fit the day of the decision and all still holds. */
function acceptedProposal(subject: Case, ceiling: Ceiling, decision: DecisionFacts): ProposalFacts | null {
  const proposal = ceiling.sufficient.find(one => one.id === decision.proposalId)
  if (proposal === undefined) return null
  const { policy, today } = subject
  return isSufficient(proposal, openBlocking(subject), policy, today, decision.decidedOn) ? proposal : null
}

function proofTrace({ items, blockers }: Case): TraceEntry[] {
  const withStatus = (status: ItemProof['status']) =>
    [...items.values()].filter(proof => proof.status === status).map(proof => proof.code)
  const proven = withStatus('proven').length
  const open = Object.values(blockers).some(codes => codes.length > 0)
  const waived = { excepted: withStatus('excepted'), notApplicable: withStatus('not_applicable') }
  return [
    entry('R1', proven === items.size, 'items_proven', { proven, items: items.size }),
    entry('R2', !open, 'items_open', { ...blockers, ...waived }),
  ]
}

function notEvaluated(obstacle: Obstacle): Verdict {
  return {
    ceiling: 'no_go',
    effective: 'no_go',
    rule: 'R0',
    effectiveRule: 'not_evaluated',
    blockers: { gates: [], critical: [], standard: [], controls: [] },
    conditions: [],
    trace: [entry('R0', false, obstacle.code, obstacle.values)],
    nextChangeAt: null,
    items: new Map(),
  }
}
