import type { Transaction } from '@/lib/db/client'
import { canonicalJson } from '@/lib/domain/audit-chain'
import { addDays, daysBetween, fromUtcDate, toUtcDate } from '@/lib/domain/dates'
import { hasPermission, type Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { ConfigureAssessment } from '@/lib/schemas/assessments'
import { writerOf } from './chained-events'
import { writeAssessment, type LockedAssessment } from './write'

/**
 * Sets everything that an assessment has of its own. A moved T0 or go-live date asks for its reason; with
 * `moveDates` the plan moves as far as T0 does, each date with an event in the history of its item or task. What
 * the board agreed and what is done stays. Fails with `conflict` where the settings changed since `revision`.
 */
export async function configureAssessment(viewer: Viewer, input: ConfigureAssessment, now: Date): Promise<Result<null>> {
  if (!hasPermission(viewer, 'assessment.configure')) return failure('role')
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const newer = { chain: assessment.id, verb: configured, number: { gt: input.revision } }
    if (await transaction.event.count({ where: newer }) > 0) return failure('conflict')
    const row = await transaction.assessment.findUniqueOrThrow({ where: { id: assessment.id } })
    const before = {
      title: row.title, summary: row.summary, startedOn: row.startedOn && fromUtcDate(row.startedOn),
      goLiveOn: row.goLiveOn && fromUtcDate(row.goLiveOn), timeZone: row.timeZone, calendar: row.calendar,
    }
    const { title, summary, startedOn, goLiveOn, timeZone, reason } = input
    const after = { title, summary, startedOn, goLiveOn, timeZone, calendar: calendarOf(input) }
    if (canonicalJson(before) === canonicalJson(after)) return success(null)
    const moved = before.startedOn !== startedOn || before.goLiveOn !== goLiveOn
    if (moved && reason === null) return failure('invalid_input', { fields: { reason: 'required' } })

    await transaction.assessment.update({
      where: { id: assessment.id }, data: { ...after, startedOn: toUtcDate(startedOn), goLiveOn: toUtcDate(goLiveOn) },
    })
    assessment.record({
      verb: configured, subject: { type: 'assessment', id: assessment.id },
      before, after: { ...after, ...(reason !== null && { reason }) },
    })
    const days = before.startedOn === null ? 0 : daysBetween(before.startedOn, startedOn)
    if (input.moveDates && days !== 0) await moveDates(transaction, assessment, days, reason)
    return success(null)
  })
}

const configured = 'assessment.configured'

/** Week days in order and once each, holidays by date. */
function calendarOf({ workingDays, holidays }: ConfigureAssessment) {
  return {
    workingDays: [...new Set(workingDays)].sort(),
    holidays: [...holidays].sort((a, b) => a.date.localeCompare(b.date)),
  }
}

async function moveDates(
  transaction: Transaction, assessment: LockedAssessment, days: number, reason: string | null,
): Promise<void> {
  const move = (date: Date | null) => (date && addDays(fromUtcDate(date), days))
  const items = await transaction.item.findMany({
    where: { assessmentId: assessment.id, dueOn: { not: null }, agreedDueOn: null }, orderBy: { position: 'asc' },
  })
  for (const { id, code, dueOn } of items) {
    const moved = move(dueOn)
    await transaction.item.update({ where: { id }, data: { dueOn: moved && toUtcDate(moved), version: { increment: 1 } } })
    assessment.record({
      verb: 'item.planned', subject: { type: 'item', id },
      before: { code, dueOn: dueOn && fromUtcDate(dueOn) }, after: { code, dueOn: moved, reason },
    })
  }
  const tasks = await transaction.task.findMany({
    where: { assessmentId: assessment.id, state: { not: 'done' } }, orderBy: { position: 'asc' },
  })
  for (const { id, code, startOn, dueOn } of tasks) {
    const to = { startOn: move(startOn), dueOn: move(dueOn) }
    await transaction.task.update({
      where: { id },
      data: { startOn: to.startOn && toUtcDate(to.startOn), dueOn: to.dueOn && toUtcDate(to.dueOn), version: { increment: 1 } },
    })
    assessment.record({
      verb: 'task.updated', subject: { type: 'task', id },
      before: { code, startOn: startOn && fromUtcDate(startOn), dueOn: dueOn && fromUtcDate(dueOn) }, after: { code, ...to, reason },
    })
  }
}
