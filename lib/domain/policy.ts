import type { Criticality } from './items'

/**
 * The verdict policy of an assessment: data, versioned, shown to the board. A decision is bound to the
 * version that it was taken under.
 */
export interface Policy {
  version: number
  /** Item codes that must be proven before anything goes live. */
  gates: readonly string[]
  /** Item codes that block like gates but are listed apart. */
  critical: readonly string[]
  /** Days from a decision within which the open gates and critical items of a limited go-live must be closed. */
  closeWithinDays: number
  /** Days from T0 after which no standard item may be due. */
  horizonDays: number
  /** Days that a decision holds. */
  decisionDays: number
  /** How often a decision may be extended by `decisionDays`. */
  extensions: number
}

/** What a policy says, whatever its version. */
export type PolicyTerms = Omit<Policy, 'version'>

/** How critical an item is under a policy. `Item.criticality` repeats it for the version in force, to be sorted by. */
export function criticalityOf(code: string, policy: Pick<Policy, 'gates' | 'critical'>): Criticality {
  if (policy.gates.includes(code)) return 'gate'
  return policy.critical.includes(code) ? 'critical' : 'standard'
}

/** The terms in which two policies differ; the order of items says nothing. */
export function changedTerms(before: PolicyTerms, after: PolicyTerms): (keyof PolicyTerms)[] {
  const text = (value: number | readonly string[]) => (typeof value === 'number' ? String(value) : [...value].sort().join())
  return policyTerms.filter(term => text(before[term]) !== text(after[term]))
}

const policyTerms = ['gates', 'critical', 'closeWithinDays', 'horizonDays', 'decisionDays', 'extensions'] as const
