import type { Facts } from './facts'
import type { Policy } from './policy'
import { decide } from './verdict'
import { unplannedStandard } from './verdict-ceiling'
import { caseOf } from './verdict-path'

/**
 * Codes of what keeps the outcome at `no_go`, in ascending order: open gates and critical items or, where none is
 * open, the standard items that lack a plan (R5). None where a conditional go is within reach of the board.
 */
export function whatBlocks(facts: Facts, policy: Policy | null, now: Date): string[] {
  const verdict = decide(facts, policy, now)
  const { gates, critical } = verdict.blockers
  if (gates.length + critical.length > 0) return [...gates, ...critical].sort()
  const subject = caseOf(facts, policy, now, verdict)
  return subject === null ? [] : unplannedStandard(subject).map(({ code }) => code).sort()
}
