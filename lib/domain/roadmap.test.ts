import { describe, expect, test } from 'vitest'
import { failed, item, met, requirement, revision, startedOn, today, yesterday } from './fixtures/facts'
import {
  horizonsOf, isLate, itemsWithoutTask, proveTask, roadmapChangesAt, runningDates, taskClaims, taskProgress, type TaskFacts,
} from './roadmap'

const tomorrow = '2026-03-13'
const missing = requirement({ key: 'missing' })
const expired = requirement({ key: 'expired', validityDays: 5, revisions: [revision()] })

/** Nothing handed in and nothing late; of the first horizon. */
function task(code: string, changes: Partial<TaskFacts> = {}): TaskFacts {
  return {
    code, fromDay: 0, toDay: 30, state: 'in_progress', startOn: startedOn, dueOn: tomorrow, ownerTeams: ['sre'],
    closes: [], requirements: [missing], ...changes,
  }
}

describe('what is proven of a task', () => {
  test.each([
    ['proven', 'every requirement is met', [met, met]],
    ['partial', 'some are met', [met, missing]],
    ['unmet', 'none is met', [missing]],
    ['unmet', 'nothing says what would prove it', []],
    ['stale', 'what was met has expired', [met, expired]],
    ['unmet', 'one expired and another never met', [expired, missing]],
    ['refuted', 'a check fails, whatever else is met', [met, failed]],
  ] as const)('is %s where %s', (status, _, requirements) => {
    expect(proveTask(task('TASK-01', { requirements }), today).status).toBe(status)
  })

  test('is nothing of what an owning team accepted', () => {
    const requirements = [requirement({ revisions: [revision({ reviewerTeams: ['sre'] })] })]
    const proof = proveTask(task('TASK-01', { requirements }), today)
    expect(proof).toMatchObject({ status: 'unmet', requirements: [{ reason: 'not_independent' }] })
  })

  test('may come from an owner, as for any item that blocks nothing', () => {
    const requirements = [requirement({ kind: 'link', revisions: [revision({ isLink: true })] })]
    expect(proveTask(task('TASK-01', { requirements }), today).status).toBe('proven')
  })

  test('is never what is declared', () => {
    expect(proveTask(task('TASK-01', { state: 'done' }), today).status).toBe('unmet')
  })
})

describe('horizons', () => {
  const tasks = [
    task('TASK-08', { fromDay: 60, toDay: 90 }), task('TASK-02'),
    task('TASK-05', { fromDay: 30, toDay: 60 }), task('TASK-01'),
  ]

  test('are those of the tasks, in time order, each with its tasks as they stood', () => {
    const codes = horizonsOf(tasks, startedOn).map(horizon => horizon.tasks.map(({ code }) => code))
    expect(codes).toEqual([['TASK-02', 'TASK-01'], ['TASK-05'], ['TASK-08']])
  })

  test('count their days from T0', () => {
    const [first] = horizonsOf(tasks, startedOn)
    expect(first).toMatchObject({ fromDay: 0, toDay: 30, startsOn: '2026-01-31', endsOn: '2026-03-02' })
  })

  test('have no dates without T0', () => {
    expect(horizonsOf(tasks, null)[0]).toMatchObject({ startsOn: null, endsOn: null })
  })

  test('are none without tasks', () => {
    expect(horizonsOf([], startedOn)).toEqual([])
  })
})

test('progress counts what is declared done apart from what is proven', () => {
  const tasks = [
    task('TASK-01', { state: 'done' }), task('TASK-02', { state: 'done', requirements: [met] }),
    task('TASK-03', { requirements: [met] }), task('TASK-04'),
  ]
  expect(taskProgress(tasks, today)).toEqual({ declared: 2, proven: 2, total: 4 })
})

describe('a task', () => {
  test('is late once the day on which it was due is over', () => {
    expect(isLate(task('TASK-01', { dueOn: today }), 'unmet', today)).toBe(false)
    expect(isLate(task('TASK-01', { dueOn: yesterday }), 'unmet', today)).toBe(true)
  })

  test('is late where it should have begun', () => {
    expect(isLate(task('TASK-01', { startOn: yesterday, state: 'not_started' }), 'unmet', today)).toBe(true)
    expect(isLate(task('TASK-01', { startOn: yesterday }), 'unmet', today)).toBe(false)
  })

  test('is late though it is declared done, until it is proven', () => {
    const done = task('TASK-01', { dueOn: yesterday, state: 'done' })
    expect(isLate(done, 'partial', today)).toBe(true)
    expect(isLate(done, 'proven', today)).toBe(false)
  })

  test('without dates is never late', () => {
    expect(isLate(task('TASK-01', { startOn: null, dueOn: null, state: 'not_started' }), 'unmet', today)).toBe(false)
  })

  test('has no date that runs once it is proven', () => {
    expect(runningDates(task('TASK-01', { state: 'not_started' }), 'proven')).toEqual({ startOn: null, dueOn: null })
  })
})

test('a task must bring about the items that it closes and its success metric', () => {
  const items = [item('OBS-01', { declaredStatus: 'done' }), item('DR-01'), item('SEC-01', { declaredStatus: 'done' })]
  const closing = task('TASK-01', { closes: ['OBS-01', 'DR-01'], state: 'done' })
  expect(taskClaims(closing, 'unmet', items, () => 'unmet')).toEqual({ declared: 2, proven: 0, total: 3 })
  expect(taskClaims(closing, 'proven', items, code => (code === 'DR-01' ? 'proven' : 'unmet'))).toEqual({ declared: 2, proven: 2, total: 3 })
  expect(taskClaims(task('TASK-01', { closes: [] }), 'unmet', items, () => 'proven')).toMatchObject({ proven: 0, total: 1 })
})

test('items of the list that no task closes are left, controls are not asked for', () => {
  const items = [item('OBS-01'), item('DR-01'), item('REC-15', { kind: 'control' })]
  expect(itemsWithoutTask(items, [task('TASK-01', { closes: ['OBS-01'] })]).map(({ code }) => code)).toEqual(['DR-01'])
})

describe('a page of the roadmap changes', () => {
  const zone = 'America/Argentina/Buenos_Aires'
  const midnight = new Date('2026-03-13T03:00:00Z')

  test('at the end of the local day, whatever the verdict does later or never', () => {
    expect(roadmapChangesAt(null, today, zone)).toEqual(midnight)
    expect(roadmapChangesAt(new Date('2026-03-20T03:00:00Z'), today, zone)).toEqual(midnight)
  })

  test('with the verdict where that is sooner', () => {
    const sooner = new Date('2026-03-12T20:00:00Z')
    expect(roadmapChangesAt(sooner, today, zone)).toEqual(sooner)
  })
})
