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
  const steps = days.map(on => ({ on, codes: (groups.get(on) ?? []).map(({ code }) => code).sort() }))

  // Assumed once for all steps, so that each proof is found once.
  const assumed = assumeProven(facts, [...open], policy, now).items
  const ceilings = risingOutcomes(steps.length, step => {
    const reached = new Set(steps.slice(0, step + 1).flatMap(({ codes }) => codes))
    const items = facts.items.map((item, index) => (reached.has(item.code) ? assumed[index] ?? item : item))
    return decide({ ...facts, items }, policy, now).ceiling
  })
  return steps.map((step, index) => ({ ...step, ceiling: ceilings[index] ?? 'no_go' }))
}

/**
 * What `ask` says of each of so many steps. Since more proof never lowers the ceiling, all steps between two of one
 * outcome have it too, so of hundreds only some are asked.
 */
function risingOutcomes(count: number, ask: (step: number) => Outcome): Outcome[] {
  const outcomes = new Array<Outcome>(count)
  const fill = (first: number, atFirst: Outcome, last: number, atLast: Outcome): void => {
    if (atFirst === atLast) return void outcomes.fill(atFirst, first, last + 1)
    outcomes[first] = atFirst
    outcomes[last] = atLast
    if (last - first < 2) return
    const middle = Math.floor((first + last) / 2)
    const atMiddle = ask(middle)
    fill(first, atFirst, middle, atMiddle)
    fill(middle, atMiddle, last, atLast)
  }
  if (count > 0) fill(0, ask(0), count - 1, ask(count - 1))
  return outcomes
}

/** The day on which the plan reaches `go`, and what is last to end: items, or tasks that close some later than they are due. */
export interface LastDay {
  on: LocalDate
  items: readonly string[]
  tasks: readonly string[]
  /** Items whose proof or waiver ends before, soonest first: unless it is renewed, the day does not hold. */
  lapsing: readonly string[]
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
  const lastTask = ends.map(end => end.on).sort().at(-1)
  const on = lastTask ?? earliest.on
  return {
    on,
    items: lastTask === undefined ? earliest.codes : [],
    tasks: ends.filter(end => end.on === lastTask).map(({ code }) => code).sort(),
    lapsing: earliest.ending.filter(({ lastDay }) => lastDay < on).map(({ code }) => code),
  }
}
