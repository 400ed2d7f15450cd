import { addDays, type LocalDate } from './dates'
import type { Facts, ItemFacts, Outcome, ProposalFacts } from './facts'
import type { Policy } from './policy'
import type { ItemProof } from './proof'
import { exceptedItems, type Blockers } from './verdict-blockers'
import {
  isSufficient, mitigationShortfall, mitigationShortfalls, planShortfall, planShortfalls,
} from './verdict-plan'
import { entry, type TraceEntry } from './verdict-trace'

/** What rules R3 to R6 are asked with: facts that R0 found nothing against, and what R1 and R2 made of them. */
export interface Case {
  facts: Facts
  policy: Policy
  startedOn: LocalDate
  today: LocalDate
  items: ReadonlyMap<string, ItemProof>
  blockers: Blockers
}

export interface Ceiling {
  outcome: Outcome
  rule: 'R3' | 'R4' | 'R5'
  /** The proposals under which the board may rule a limited go-live today, by id. */
  sufficient: readonly ProposalFacts[]
  trace: readonly TraceEntry[]
}

/** The best that the board may rule (R3 to R5). It knows no decision: what was ruled does not widen what may be. */
export function ceilingOf(subject: Case): Ceiling {
  const { gates, critical, standard, controls } = subject.blockers
  const excepted = exceptedItems(subject.items).length
  const open = gates.length + critical.length + standard.length + controls.length
  if (open + excepted === 0) {
    return { outcome: 'go', rule: 'R3', sufficient: [], trace: [entry('R3', true, 'nothing_open', {})] }
  }
  const ceiling = gates.length + critical.length > 0 ? limitedGo(subject) : plannedGo(subject)
  return { ...ceiling, trace: [entry('R3', false, 'something_open', { open, excepted }), ...ceiling.trace] }
}

/** The open gates and critical items. */
export function openBlocking({ facts, blockers }: Case): ItemFacts[] {
  return facts.items.filter(({ code }) => blockers.gates.includes(code) || blockers.critical.includes(code))
}

/** The open items of S. */
export function openStandard({ facts, blockers }: Case): ItemFacts[] {
  const open = new Set([...blockers.standard, ...blockers.controls])
  return facts.items.filter(({ code }) => open.has(code))
}

/** The open items of S that lack an owner or a date that will do. */
export function unplannedStandard(subject: Case): ItemFacts[] {
  return openStandard(subject).filter(item => planShortfall(item, subject.today, horizonOf(subject)) !== null)
}

/** The last day that an item of S may be due. */
export function horizonOf({ startedOn, policy }: Case): LocalDate {
  return addDays(startedOn, policy.horizonDays)
}

/** R4: gates or critical items are open. */
function limitedGo(subject: Case): Ceiling {
  const { facts, policy, today } = subject
  const open = openBlocking(subject)
  const proposals = facts.proposals.filter(proposal => !proposal.withdrawn).sort((a, b) => (a.id < b.id ? -1 : 1))
  // The board would rule today, so closing dates are counted from today.
  const sufficient = proposals.filter(proposal => isSufficient(proposal, open, policy, today, today))
  const plan = planTrace('R4', subject)
  const limited = proposals.flatMap(proposal => proposalTrace(proposal, subject))
  return {
    outcome: sufficient.length > 0 && plan.every(one => one.holds) ? 'conditional_go' : 'no_go',
    rule: 'R4',
    sufficient,
    trace: [...(proposals.length > 0 ? limited : [entry('R4', false, 'no_proposal', {})]), ...plan],
  }
}

/** R5: items of S are open, or an exception is in force. */
function plannedGo(subject: Case): Ceiling {
  const trace = planTrace('R5', subject)
  return { outcome: trace.every(one => one.holds) ? 'conditional_go' : 'no_go', rule: 'R5', sufficient: [], trace }
}

function proposalTrace(proposal: ProposalFacts, subject: Case): TraceEntry[] {
  const { policy, today } = subject
  const about = { proposal: proposal.id }
  const lacks = grouped(openBlocking(subject), mitigationShortfalls, item =>
    mitigationShortfall(item, proposal, policy, today, today))
  const trace = lacks.map(({ code, codes }) => entry('R4', false, code, { ...about, codes }))
  if (!proposal.scopeStated) trace.unshift(entry('R4', false, 'scope_not_stated', about))
  return trace.length > 0 ? trace : [entry('R4', true, 'proposal_sufficient', about)]
}

function planTrace(rule: 'R4' | 'R5', subject: Case): TraceEntry[] {
  const standard = openStandard(subject)
  const horizon = horizonOf(subject)
  const lacks = grouped(standard, planShortfalls, item => planShortfall(item, subject.today, horizon))
  if (lacks.length === 0) return [entry(rule, true, 'standard_planned', { items: standard.length })]
  return lacks.map(({ code, codes }) => entry(rule, false, code, { codes, horizon }))
}

/** Codes of the items that lack something, by what they lack, in the order of `shortfalls`. */
function grouped<Code>(
  items: readonly ItemFacts[],
  shortfalls: readonly Code[],
  shortfall: (item: ItemFacts) => Code | null,
) {
  const lacking = items.map(item => ({ item: item.code, code: shortfall(item) }))
  return shortfalls
    .map(code => ({ code, codes: lacking.filter(one => one.code === code).map(one => one.item).sort() }))
    .filter(group => group.codes.length > 0)
}
