import type { DecisionEnd } from './verdict-decision'
import type { ObstacleCode } from './verdict-evaluable'
import type { MitigationShortfall, PlanShortfall } from './verdict-plan'

/** One step of the explanation: codes and values, which the interface words. */
export interface TraceEntry {
  rule: 'R0' | 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6'
  /** Whether what the rule asks for is so. */
  holds: boolean
  code: TraceCode
  values: Values
}

/** What a code speaks of: ids, codes, counts and days, never words. */
export type Values = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type TraceCode =
  | ObstacleCode
  | 'evaluable'
  | 'items_proven'
  | 'items_open'
  | 'nothing_open'
  | 'something_open'
  | 'no_proposal'
  | 'scope_not_stated'
  | 'proposal_sufficient'
  | 'standard_planned'
  | MitigationShortfall
  | PlanShortfall
  | EffectiveReason

/** Why the effective outcome is what it is. */
export type EffectiveReason =
  | DecisionEnd
  | 'decision_in_force'
  | 'ceiling_stricter'
  | 'proposal_fallen'
  | 'not_evaluated'

export function entry(rule: TraceEntry['rule'], holds: boolean, code: TraceCode, values: Values): TraceEntry {
  return { rule, holds, code, values }
}
