import type { Facts, Outcome } from './facts'
import type { ProvenStatus } from './items'
import type { Policy } from './policy'
import { decide, type Verdict } from './verdict'

/** What of a verdict is said to have changed, as an event keeps it. */
export interface JudgedState {
  ceiling: Outcome
  effective: Outcome
  rule: Verdict['rule']
  effectiveRule: Verdict['effectiveRule']
  /** Of the items whose status changed, by code. */
  items: Record<string, ProvenStatus>
}

/** What time alone changed from `then` to `now` in the verdict on these facts; null where nothing did. */
export function movedByTime(
  facts: Facts, policy: Policy | null, then: Date, now: Date,
): { before: JudgedState; after: JudgedState } | null {
  // A clock that was set back moves nothing.
  if (now <= then) return null
  const [before, after] = [decide(facts, policy, then), decide(facts, policy, now)]
  const changed = [...after.items.keys()].filter(code => before.items.get(code)?.status !== after.items.get(code)?.status)
  const same = changed.length === 0
    && (['ceiling', 'effective', 'rule', 'effectiveRule'] as const).every(key => before[key] === after[key])
  return same ? null : { before: stateOf(before, changed), after: stateOf(after, changed) }
}

function stateOf({ ceiling, effective, rule, effectiveRule, items }: Verdict, codes: readonly string[]): JudgedState {
  const statuses = codes.map(code => [code, items.get(code)?.status ?? 'unmet'] as const)
  return { ceiling, effective, rule, effectiveRule, items: Object.fromEntries(statuses) }
}
