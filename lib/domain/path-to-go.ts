import type { LocalDate } from './dates'
import type { Facts, Outcome } from './facts'
import type { Policy } from './policy'
import { proveTask, type TaskFacts } from './roadmap'
import { decide, type Verdict } from './verdict'
import { caseOf, openForGo, type EarliestGo } from './verdict-path'
import { assumeProven } from './what-if'

/** What is due on one day of the way to `go`, or that has no date. */
export interface PathStep {
  on: LocalDate | null
  /** Item codes in ascending order. */
  codes: readonly string[]
  /** The ceiling once these and all before them are proven and nothing else changes. */
  ceiling: Outcome
}

/** All that keeps the ceiling from `go`, by due date, what has none last; nothing where it is `go` or not evaluated. */
export function pathToGo(facts: Facts, policy: Policy | null, now: Date): PathStep[] {
  const verdict = decide(facts, policy, now)
  if (caseOf(facts, policy, now, verdict) === null) return []
  const open = new Set(openForGo(verdict))
  const groups = Map.groupBy(facts.items.filter(({ code }) => open.has(code)), ({ dueOn }) => dueOn)
  const days = [...groups.keys()].sort((a, b) => (a === null ? 1 : b === null || a < b ? -1 : 1))
  const reached: string[] = []
  return days.map(on => {
    const codes = (groups.get(on) ?? []).map(({ code }) => code).sort()
    reached.push(...codes)
    return { on, codes, ceiling: decide(assumeProven(facts, reached, policy, now), policy, now).ceiling }
  })
}

/** The day on which the plan reaches `go`, and what is last to end: items, or tasks that close some later than they are due. */
export interface LastDay {
  on: LocalDate
  items: readonly string[]
  tasks: readonly string[]
}

/** What determines the earliest `go` of a plan on `today`; null where there is no such date. */
export function lastDayOf(
  earliest: EarliestGo, verdict: Verdict, tasks: readonly TaskFacts[], today: LocalDate,
): LastDay | null {
  if (earliest.reason !== 'planned') return null
  const open = new Set(openForGo(verdict))
  const ends = tasks
    .filter(task => task.closes.some(code => open.has(code)) && proveTask(task, today).status !== 'proven')
    .map(({ code, dueOn }) => ({ code, on: dueOn ?? '' }))
    .filter(({ on }) => on > earliest.on)
  const on = ends.map(end => end.on).sort().at(-1)
  if (on === undefined) return { on: earliest.on, items: earliest.codes, tasks: [] }
  return { on, items: [], tasks: ends.filter(end => end.on === on).map(({ code }) => code).sort() }
}
