import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './dates'
import { outcomes, type Outcome } from './facts'
import { arbitraryFacts, arbitraryNow } from './fixtures/arbitrary-facts'
import { assessment, gatesProven, item, met, now, planned, policy, ready, requirement, today } from './fixtures/facts'
import { lastDayOf, pathToGo } from './path-to-go'
import type { TaskFacts } from './roadmap'
import { decide } from './verdict'
import { earliestGo } from './verdict-path'
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
      const refuted = [...decide(facts, policy, at).items.values()].some(({ refutedBy }) => refutedBy.length > 0)
      if (steps.length > 0 && !refuted) expect(steps.at(-1)?.ceiling).toBe('go')
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

  test('is nothing where there is no date', () => {
    expect(lastDayOf(earliestGo(ready, policy, now), decide(ready, policy, now), [], today)).toBeNull()
  })
})
