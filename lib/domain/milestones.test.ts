import { expect, test } from 'vitest'
import { control, item, met, startedOn, today } from './fixtures/facts'
import { milestonesOf } from './milestones'
import type { TaskFacts } from './roadmap'

const task = (dueOn: string | null, changes: Partial<TaskFacts> = {}): TaskFacts => ({
  code: 'TASK-01', fromDay: 0, toDay: 30, state: 'in_progress', startOn: null, dueOn, ownerTeams: ['sre'], closes: [], requirements: [], ...changes,
})

test('counts what is due by then, with what was due before', () => {
  const items = [
    item('A-1', { dueOn: '2026-03-02', declaredStatus: 'done' }), item('A-2', { dueOn: '2026-03-03' }),
    item('A-3', { dueOn: '2026-05-01' }), item('A-4', { dueOn: '2026-05-02' }), item('A-5'), control('C-1', { dueOn: '2026-03-02' }),
  ]
  const tasks = [task('2026-03-02', { state: 'done' }), task('2026-04-01', { requirements: [met] }), task(null)]
  const milestones = milestonesOf(startedOn, items, tasks, code => (code === 'A-2' ? 'proven' : 'unmet'), today)
  expect(milestones).toEqual([
    { day: 30, on: '2026-03-02', items: { declared: 1, proven: 0, total: 1 }, tasks: { declared: 1, proven: 0, total: 1 } },
    { day: 60, on: '2026-04-01', items: { declared: 1, proven: 1, total: 2 }, tasks: { declared: 1, proven: 1, total: 2 } },
    { day: 90, on: '2026-05-01', items: { declared: 1, proven: 1, total: 3 }, tasks: { declared: 1, proven: 1, total: 2 } },
  ])
})
