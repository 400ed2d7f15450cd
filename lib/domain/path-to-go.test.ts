import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDateAt, startOfDay } from './dates'
import { outcomes, type Facts, type Outcome } from './facts'
import { arbitraryFacts, arbitraryNow } from './fixtures/arbitrary-facts'
import {
  assessment, gatesProven, item, met, now, planned, policy, proven, ready, requirement, revision, today,
} from './fixtures/facts'
import { lastDayOf, pathToGo } from './path-to-go'
import type { TaskFacts } from './roadmap'
import { decide, type Verdict } from './verdict'
import { earliestGo, openForGo } from './verdict-path'
import { assumeProven } from './what-if'

const rank = (outcome: Outcome) => outcomes.indexOf(outcome)

describe('the path to go', () => {
  test('goes by due date, what has none last, and says what each step reaches', () => {
    const facts = assessment([
      item('OBS-01', { dueOn: '2026-04-01' }), item('DR-01', { dueOn: '2026-03-20' }), item('SEC-02', { dueOn: '2026-04-01' }),
      planned('CST-01', { dueOn: null }), item('AUT-01', { dueOn: '2026-04-20', agreedDueOn: '2026-04-20' }),
    ])
    expect(pathToGo(facts, policy, now)).toEqual([
      { on: '2026-03-20', codes: ['DR-01'], ceiling: 'no_go' },
      { on: '2026-04-01', codes: ['OBS-01', 'SEC-02'], ceiling: 'conditional_go' },
      { on: '2026-04-20', codes: ['AUT-01'], ceiling: 'conditional_go' },
      { on: null, codes: ['CST-01'], ceiling: 'go' },
    ])
  })

  test('has no step where it is go, or cannot be evaluated', () => {
    expect(pathToGo(ready, policy, now)).toEqual([])
    expect(pathToGo(assessment([item('OBS-01')]), null, now)).toEqual([])
  })

  test('says of each step what holds once it and all before are proven', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, at) => {
      const reached: string[] = []
      for (const { codes, ceiling } of pathToGo(facts, policy, at)) {
        reached.push(...codes)
        expect(ceiling).toBe(decide(assumeProven(facts, reached, policy, at), policy, at).ceiling)
      }
    }))
  }, 60_000)

  test('finds the day on which the outcome turns among hundreds', () => {
    const standard = Array.from({ length: 300 }, (_, index) => planned(`CST-${index}`, { dueOn: addDays('2026-04-01', index) }))
    const facts = assessment([item('OBS-01', { dueOn: '2026-04-10' }), item('DR-01', { dueOn: '2026-03-20' }), item('SEC-02', { dueOn: '2026-08-31' }), ...standard])
    const steps = pathToGo(facts, policy, now)
    expect(steps).toHaveLength(301)
    expect(steps.filter(({ ceiling }) => ceiling === 'no_go').at(-1)?.on).toBe('2026-08-30')
    expect(steps.filter(({ ceiling }) => ceiling === 'go')).toHaveLength(1)
  })

  test('ends in go where no control refutes what is assumed', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, at) => {
      const steps = pathToGo(facts, policy, at)
      const ceilings = steps.map(step => rank(step.ceiling))
      expect(ceilings).toEqual([...ceilings].sort((a, b) => a - b))
      if (steps.length > 0 && !isRefuted(decide(facts, policy, at))) expect(steps.at(-1)?.ceiling).toBe('go')
    }))
  }, 60_000)
})

describe('what determines the earliest go', () => {
  const facts = assessment([...gatesProven, planned('CST-01', { dueOn: '2026-04-10' }), planned('AUT-01', { dueOn: '2026-04-20' })])
  const task = (changes: Partial<TaskFacts>): TaskFacts => ({
    code: 'TASK-01', fromDay: 0, toDay: 30, state: 'in_progress', startOn: null, dueOn: '2026-04-30', ownerTeams: ['sre'],
    closes: ['CST-01'], requirements: [requirement()], ...changes,
  })
  const last = (...tasks: TaskFacts[]) =>
    lastDayOf(earliestGo(facts, policy, now), decide(facts, policy, now), tasks, today)

  test.each<[string, TaskFacts[], object]>([
    ['the items that are due last', [], { on: '2026-04-20', items: ['AUT-01'], tasks: [] }],
    ['a task that ends later than what it closes', [task({}), task({ code: 'TASK-02', dueOn: '2026-04-25' })], { on: '2026-04-30', items: [], tasks: ['TASK-01'] }],
    ['no task that ends before', [task({ dueOn: '2026-04-12' })], { on: '2026-04-20', tasks: [] }],
    ['no task without a date', [task({ dueOn: null })], { on: '2026-04-20', tasks: [] }],
    ['no task that closes nothing open', [task({ closes: ['OBS-01'] })], { on: '2026-04-20', tasks: [] }],
    ['no task whose metric is proven', [task({ requirements: [met] })], { on: '2026-04-20', tasks: [] }],
  ])('is %s', (_, tasks, expected) => {
    expect(last(...tasks)).toMatchObject(expected)
  })

  test('names what must be renewed for that day to hold, the day of a later task too', () => {
    const lasts = (code: string, validityDays: number) => proven(code, { requirements: [requirement({ validityDays, revisions: [revision()] })] })
    const lapsing = (...ends: string[]) => {
      const withProofs = { ...facts, items: [...facts.items, lasts('NET-01', 55), lasts('SUP-01', 20), lasts('LOG-01', 49)] }
      const tasks = ends.map(dueOn => task({ dueOn }))
      return lastDayOf(earliestGo(withProofs, policy, now), decide(withProofs, policy, now), tasks, today)?.lapsing
    }
    // Of 2 March: what holds for 49 days holds on 20 April, and no longer.
    expect(lapsing()).toEqual(['SUP-01'])
    expect(lapsing('2026-04-21')).toEqual(['SUP-01', 'LOG-01'])
    expect(lapsing('2026-04-30')).toEqual(['SUP-01', 'LOG-01', 'NET-01'])
  })

  test('is a go on that day once what is open is proven and what lapses is renewed, and no sooner', () => {
    fc.assert(fc.property(arbitraryFacts, arbitraryNow, (facts, at) => {
      const verdict = decide(facts, policy, at)
      const found = lastDayOf(earliestGo(facts, policy, at), verdict, [], localDateAt(at, facts.assessment.timeZone))
      if (found === null || isRefuted(verdict) || speaksOfLater(facts, at)) return
      const then = startOfDay(found.on, facts.assessment.timeZone)
      const reached = (codes: readonly string[]) => decide(assumeProven(facts, codes, policy, then), policy, then).ceiling
      const open = openForGo(verdict)
      expect(reached([...open, ...found.lapsing])).toBe('go')
      for (const code of found.lapsing) expect(reached([...open, ...found.lapsing.filter(other => other !== code)])).not.toBe('go')
    }), { numRuns: 500 })
  }, 60_000)

  test('is nothing where there is no date', () => {
    expect(lastDayOf(earliestGo(ready, policy, now), decide(ready, policy, now), [], today)).toBeNull()
  })
})

/** Whether a control refutes an item, which nobody's evidence takes back. */
function isRefuted({ items }: Verdict): boolean {
  return [...items.values()].some(({ refutedBy }) => refutedBy.length > 0)
}

/** Whether evidence is there that counts only from a day to come. */
function speaksOfLater({ items, assessment: { timeZone } }: Facts, at: Date): boolean {
  const revisions = items.flatMap(({ requirements }) => requirements.flatMap(requirement => requirement.revisions))
  return revisions.some(({ effectiveOn }) => effectiveOn > localDateAt(at, timeZone))
}
