import { localDateAt, type LocalDate } from './dates'
import type { Facts, Outcome } from './facts'
import type { Policy } from './policy'
import { decide, type Verdict } from './verdict'
import { exceptedItems, openItems } from './verdict-blockers'
import { openBlocking, unplannedStandard, type Case } from './verdict-ceiling'
import { mitigationShortfall } from './verdict-plan'

export interface BlockingSet {
  /** Item codes in ascending order. */
  codes: readonly string[]
  /** The ceiling once they are proven and nothing else changes. */
  ceiling: Outcome
}

/**
 * The smallest set of items whose proof would raise the ceiling; of several the first by its codes. Null where no
 * proof would: it is `go` already, or cannot be evaluated. An item that a control refutes is proven only once that
 * control is no longer refuted.
 */
export function smallestBlockingSet(facts: Facts, policy: Policy | null, now: Date): BlockingSet | null {
  const verdict = decide(facts, policy, now)
  const subject = caseOf(facts, policy, now, verdict)
  if (subject === null || verdict.ceiling === 'go') return null

  const forGo = openForGo(verdict)
  if (verdict.ceiling === 'conditional_go') return { codes: forGo, ceiling: 'go' }
  const codes = smallestForConditional(subject)
  return { codes, ceiling: codes.length === forGo.length ? 'go' : 'conditional_go' }
}

export type EarliestGo =
  /** Already so. */
  | { reason: 'reached'; on: LocalDate }
  /** On the last due date of what is open, if each item is proven by its own. */
  | {
      reason: 'planned'
      on: LocalDate
      /** The items that are due last. */
      codes: readonly string[]
      /** Items of which nothing is open today, each with the last day of its proof or waiver, soonest first. */
      ending: readonly { code: string; lastDay: LocalDate }[]
    }
  /** Nobody can say: these have no due date. */
  | { reason: 'undated'; on: null; codes: readonly string[] }
  /** Nobody can say: these were due and are still open. */
  | { reason: 'overdue'; on: null; codes: readonly string[] }
  | { reason: 'not_evaluated'; on: null }

/** The earliest date at which the plan, the due dates of what is open, takes the ceiling to `go`. */
export function earliestGo(facts: Facts, policy: Policy | null, now: Date): EarliestGo {
  const verdict = decide(facts, policy, now)
  const subject = caseOf(facts, policy, now, verdict)
  if (subject === null) return { reason: 'not_evaluated', on: null }
  if (verdict.ceiling === 'go') return { reason: 'reached', on: subject.today }

  const open = new Set(openForGo(verdict))
  const due = facts.items.filter(item => open.has(item.code)).map(item => ({ code: item.code, on: item.dueOn ?? '' }))
  const undated = due.filter(item => item.on === '')
  if (undated.length > 0) return { reason: 'undated', on: null, codes: codesOf(undated) }
  const overdue = due.filter(item => item.on < subject.today)
  if (overdue.length > 0) return { reason: 'overdue', on: null, codes: codesOf(overdue) }

  const on = due.map(item => item.on).sort().at(-1) ?? subject.today
  const couldBlock = new Set(Object.values(openItems(facts.items, new Map(), policy)).flat())
  const settled = [...verdict.items.values()].filter(({ code }) => couldBlock.has(code) && !open.has(code))
  return {
    reason: 'planned',
    on,
    codes: codesOf(due.filter(item => item.on === on)),
    ending: settled
      .flatMap(({ code, expiresOn }) => (expiresOn === null ? [] : { code, lastDay: expiresOn }))
      .sort((a, b) => (a.lastDay < b.lastDay || (a.lastDay === b.lastDay && a.code < b.code) ? -1 : 1)),
  }
}

/** What the rules read of facts that were judged; null where there was nothing to judge. */
export function caseOf(facts: Facts, policy: Policy | null, now: Date, verdict: Verdict): Case | null {
  if (verdict.rule === 'R0' || policy === null || facts.assessment.startedOn === null) return null
  const { startedOn, timeZone } = facts.assessment
  const { items, blockers } = verdict
  return { facts, policy, startedOn, today: localDateAt(now, timeZone), items, blockers }
}

/** Codes of all that keeps the ceiling from `go` (R3), in ascending order. */
export function openForGo({ blockers, items }: Verdict): string[] {
  return [...Object.values(blockers).flat(), ...exceptedItems(items).map(proof => proof.code)].sort()
}

/**
 * What must be proven for a conditional go: the items of S that lack a plan, and either every open gate and
 * critical item (R5) or those that a proposal leaves without mitigation (R4).
 */
function smallestForConditional(subject: Case): string[] {
  const { facts, policy, today } = subject
  const unplanned = unplannedStandard(subject)
  const blocking = openBlocking(subject)
  const limited = facts.proposals
    .filter(proposal => proposal.scopeStated && !proposal.withdrawn)
    .map(proposal => blocking.filter(item => mitigationShortfall(item, proposal, policy, today, today) !== null))
  const sets = [blocking, ...limited].map(items => codesOf([...items, ...unplanned]))
  return sets.sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))[0] ?? []
}

function codesOf(items: readonly { code: string }[]): string[] {
  return items.map(item => item.code).sort()
}
