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
