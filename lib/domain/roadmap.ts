import { countClaims, type Claims } from './claims'
import { addDays, endOfDay, type LocalDate } from './dates'
import type { RequirementFacts } from './facts'
import type { DeclaredStatus, ProvenStatus } from './items'
import { proveRequirement, type RequirementProof } from './proof'

/** A row of the roadmap, as its pure rules need it. */
export interface TaskFacts {
  code: string
  /** Its horizon, in days from T0. */
  fromDay: number
  toDay: number
  /** What people say of it. It never changes what is proven. */
  state: 'not_started' | 'in_progress' | 'done'
  startOn: LocalDate | null
  dueOn: LocalDate | null
  ownerTeams: readonly string[]
  /** Codes of the items that it closes. */
  closes: readonly string[]
  /** What proves its success metric. */
  requirements: readonly RequirementFacts[]
}

export interface TaskProof {
  status: Extract<ProvenStatus, 'refuted' | 'unmet' | 'stale' | 'partial' | 'proven'>
  requirements: readonly RequirementProof[]
}

/** Tasks of one stretch of the plan. */
export interface Horizon<Task> {
  fromDay: number
  toDay: number
  /** Null without a T0. */
  startsOn: LocalDate | null
  endsOn: LocalDate | null
  tasks: readonly Task[]
}

/** What the evidence proves of a task's success metric on `today`; nothing where no requirement says what would. */
export function proveTask(task: TaskFacts, today: LocalDate): TaskProof {
  const subject = { ownerTeams: task.ownerTeams, isBlocking: false }
  const requirements = task.requirements.map(requirement => proveRequirement(requirement, subject, today))
  return { status: statusOf(requirements), requirements }
}

/** Tasks by their stretch of days, the earliest first; within one they keep their order. */
export function horizonsOf<Task extends TaskFacts>(
  tasks: readonly Task[], startedOn: LocalDate | null,
): Horizon<Task>[] {
  const groups = Map.groupBy(tasks, task => `${task.fromDay}-${task.toDay}`)
  return [...groups.values()]
    .flatMap(group => {
      const [first] = group
      if (!first) return []
      const { fromDay, toDay } = first
      const dayOf = (day: number) => startedOn && addDays(startedOn, day)
      return { fromDay, toDay, startsOn: dayOf(fromDay), endsOn: dayOf(toDay), tasks: group }
    })
    .sort((a, b) => a.fromDay - b.fromDay || a.toDay - b.toDay)
}

/** How many tasks are declared done beside how many are proven. */
export function taskProgress(tasks: readonly TaskFacts[], today: LocalDate): Claims {
  return {
    declared: tasks.filter(task => task.state === 'done').length,
    proven: tasks.filter(task => proveTask(task, today).status === 'proven').length,
    total: tasks.length,
  }
}

/** Of what a task must bring about, the items that it closes and its success metric: how much is claimed, how much proven. */
export function taskClaims(
  task: TaskFacts, status: TaskProof['status'], items: readonly { code: string; declaredStatus: DeclaredStatus }[],
  provenOf: (code: string) => ProvenStatus,
): Claims {
  const { declared, proven, total } = countClaims(items.filter(({ code }) => task.closes.includes(code)), provenOf)
  return {
    declared: declared + (task.state === 'done' ? 1 : 0),
    proven: proven + (status === 'proven' ? 1 : 0),
    total: total + 1,
  }
}

/**
 * The dates of a task that still run: its start until somebody says that it began, its end until the success
 * metric is proven. That a task is declared done does not stop its end.
 */
export function runningDates(
  task: TaskFacts, status: TaskProof['status'],
): { startOn: LocalDate | null; dueOn: LocalDate | null } {
  if (status === 'proven') return { startOn: null, dueOn: null }
  return { startOn: task.state === 'not_started' ? task.startOn : null, dueOn: task.dueOn }
}

/** Whether a date of the task has passed that still ran. */
export function isLate(task: TaskFacts, status: TaskProof['status'], today: LocalDate): boolean {
  const { startOn, dueOn } = runningDates(task, status)
  return [startOn, dueOn].some(date => date !== null && date < today)
}

/** The items of the go/no-go list that no task closes. */
export function itemsWithoutTask<Item extends { code: string; kind: string }>(
  items: readonly Item[], tasks: readonly TaskFacts[],
): Item[] {
  return items.filter(item => item.kind === 'checklist' && !tasks.some(task => task.closes.includes(item.code)))
}

/**
 * The first moment at which time alone could change a page of the roadmap. The verdict takes no evidence of tasks,
 * so its own moment does not know when that expires: the day's end is early enough.
 */
export function roadmapChangesAt(verdictChangesAt: Date | null, today: LocalDate, timeZone: string): Date {
  const midnight = endOfDay(today, timeZone)
  return verdictChangesAt !== null && verdictChangesAt < midnight ? verdictChangesAt : midnight
}

function statusOf(requirements: readonly RequirementProof[]): TaskProof['status'] {
  const are = (...states: RequirementProof['state'][]) => ({ state }: RequirementProof) => states.includes(state)
  if (requirements.some(are('failed'))) return 'refuted'
  if (requirements.length > 0 && requirements.every(are('met'))) return 'proven'
  if (requirements.length > 0 && requirements.every(are('met', 'expired'))) return 'stale'
  return requirements.some(are('met')) ? 'partial' : 'unmet'
}
