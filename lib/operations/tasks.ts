import { fromUtcDate, toUtcDate, type LocalDate } from '@/lib/domain/dates'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { UpdateTask } from '@/lib/schemas/tasks'
import { writerOf } from './chained-events'
import { writeAssessment } from './write'

export interface TaskState {
  version: number
  state: UpdateTask['state']
  startOn: LocalDate | null
  dueOn: LocalDate | null
}

/** Sets a task's state and dates. A date that moves keeps the reason that is then demanded. */
export function updateTask(viewer: Viewer, input: UpdateTask, now: Date): Promise<Result<TaskState>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const task = await transaction.task.findUnique({
      where: { assessmentId_code: { assessmentId: assessment.id, code: input.task } }, include: { owners: true },
    })
    if (!task) return failure('not_found')
    const allowance = canWrite(viewer, 'task.update', { ownerTeams: task.owners.map(owner => owner.teamKey) })
    if (!allowance.allowed) return failure(allowance.reason)
    const before = stateOf(task)
    if (task.version !== input.version) return failure('conflict', { current: before })
    const { state, startOn, dueOn } = input
    const moved = before.startOn !== startOn || before.dueOn !== dueOn
    if (moved && !input.reason) return failure('invalid_input', { fields: { reason: 'required' } })
    if (!moved && before.state === state) return success(before)

    const changed = await transaction.task.update({
      where: { id: task.id },
      data: {
        state, startOn: startOn && toUtcDate(startOn), dueOn: dueOn && toUtcDate(dueOn), version: { increment: 1 },
      },
    })
    assessment.record({
      verb: 'task.updated', subject: { type: 'task', id: task.id },
      before: { code: task.code, state: before.state, startOn: before.startOn, dueOn: before.dueOn },
      after: { code: task.code, state, startOn, dueOn, ...(input.reason && { reason: input.reason }) },
    })
    return success(stateOf(changed))
  })
}

function stateOf(task: {
  version: number, state: UpdateTask['state'], startOn: Date | null, dueOn: Date | null
}): TaskState {
  const { version, state } = task
  return { version, state, startOn: task.startOn && fromUtcDate(task.startOn), dueOn: task.dueOn && fromUtcDate(task.dueOn) }
}
