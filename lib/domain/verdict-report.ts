import type { Verdict } from './verdict'

/** The verdict as JSON: what a pipeline gates on first, then all the rest. */
export function verdictReport(verdict: Verdict) {
  const { ceiling, effective, rule, effectiveRule, blockers, nextChangeAt, conditions, trace, items } = verdict
  return { ceiling, effective, rule, blockers, nextChangeAt, effectiveRule, conditions, trace, items: [...items.values()] }
}

export type VerdictReport = ReturnType<typeof verdictReport>
