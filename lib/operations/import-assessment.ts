import { randomUUID } from 'node:crypto'
import { requiredChecks } from '@/lib/checks/required'
import type { Transaction } from '@/lib/db/client'
import { genesisHash } from '@/lib/domain/audit-chain'
import { addDays, toUtcDate } from '@/lib/domain/dates'
import { criticalityOf, type Policy } from '@/lib/domain/policy'
import { failure, success, type Result } from '@/lib/domain/result'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'
import type { Writer } from './chained-events'
import { renewStandings } from './standing'
import { writeAssessment, writeInstance } from './write'

/** What an import brought in. */
export interface Imported {
  slug: string
  items: number
  tasks: number
}

/** How an assessment came to be: as a file, or from another one. */
type Origin = { verb: 'assessment.imported' } | { verb: 'assessment.created'; from: string }

/** Imports a checked file; see `storeAssessment`. */
export function importAssessment(writer: Writer, file: AssessmentFile): Promise<Result<Imported>> {
  return storeAssessment(writer, file, { verb: 'assessment.imported' })
}

/**
 * Stores a checked file as a new assessment: everything in one transaction, as one event. Teams belong to the
 * instance and are added to it where it lacks them. A slug that is taken is the failure `slug_taken`.
 */
export async function storeAssessment(writer: Writer, file: AssessmentFile, origin: Origin): Promise<Result<Imported>> {
  const teams = await addMissingTeams(writer, file.teams)
  if (!teams.ok) return teams
  try {
    return await writeAssessment(file.slug, writer, async (transaction, assessment) => {
      await storeContents(transaction, assessment.id, writer.now, file)
      assessment.record({
        verb: origin.verb, subject: { type: 'assessment', id: assessment.id }, before: null,
        after: 'from' in origin ? { ...file, from: origin.from } : file,
      })
      return success({ slug: file.slug, items: file.items.length, tasks: file.tasks.length })
    }, transaction => createRow(transaction, writer.now, file))
  } catch (error) {
    if (isUniqueViolation(error)) return failure('slug_taken', { values: { slug: file.slug } })
    throw error
  }
}

function addMissingTeams(writer: Writer, teams: AssessmentFile['teams']): Promise<Result<null>> {
  return writeInstance(writer, async (transaction, instance) => {
    const known = new Set((await transaction.team.findMany({ select: { key: true } })).map(team => team.key))
    const missing = teams.filter(team => !known.has(team.key))
    for (const team of missing) {
      await transaction.team.create({ data: team })
      instance.record({ verb: 'team.added', subject: { type: 'team', id: team.key }, before: null, after: team }, true)
    }
    if (missing.length > 0) await renewStandings(transaction, instance, writer.now)
    return success(null)
  })
}

function createRow(transaction: Transaction, now: Date, file: AssessmentFile) {
  return transaction.assessment.create({
    data: {
      slug: file.slug, title: file.title, summary: file.summary,
      startedOn: toUtcDate(file.startedOn), goLiveOn: toUtcDate(file.goLiveOn), timeZone: file.timeZone,
      calendar: file.calendar, assumptions: file.assumptions, statusMapping: file.statusMapping, headHash: genesisHash,
      revisedAt: now,
    },
  })
}

async function storeContents(transaction: Transaction, assessmentId: string, now: Date, file: AssessmentFile) {
  const ids = {
    dimensions: idsOf(file.dimensions.map(d => d.key)),
    items: idsOf(file.items.map(i => i.code)),
    tasks: idsOf(file.tasks.map(t => t.code)),
    references: idsOf(file.references.map(r => String(r.number))),
  }
  const dayOf = (days: number) => toUtcDate(addDays(file.startedOn, days))

  await transaction.policy.create({
    data: { assessmentId, version: 1, createdAt: now, body: { version: 1, ...file.policy } satisfies Policy },
  })
  await transaction.baseline.create({ data: { assessmentId, version: 1, createdAt: now, body: file.baseline } })
  await transaction.dimension.createMany({
    data: file.dimensions.map((d, position) => ({ id: ids.dimensions(d.key), assessmentId, position, ...d })),
  })
  await transaction.reference.createMany({
    data: file.references.map(r => ({ id: ids.references(String(r.number)), assessmentId, ...r })),
  })
  await transaction.item.createMany({
    data: file.items.map((item, position) => ({
      id: ids.items(item.code), assessmentId, dimensionId: ids.dimensions(item.dimension), position,
      code: item.code, kind: item.kind, ...(item.category && { category: item.category }),
      requirement: item.requirement, criterion: item.criterion, criticality: criticalityOf(item.code, file.policy),
      declaredStatus: item.declaredStatus, sourceStatus: item.sourceStatus, source: item.source, details: item.details,
      dueOn: item.dueInDays === undefined ? null : dayOf(item.dueInDays),
    })),
  })
  await transaction.itemOwner.createMany({
    data: file.items.flatMap(item => item.owners.map(teamKey => ({ itemId: ids.items(item.code), teamKey }))),
  })
  await transaction.itemSupport.createMany({
    data: file.items.flatMap(item => item.supports.map(supported => (
      { controlId: ids.items(item.code), supportedId: ids.items(supported) }))),
  })
  await transaction.itemReference.createMany({
    data: file.items.flatMap(item => item.references.map(number => (
      { itemId: ids.items(item.code), referenceId: ids.references(String(number)) }))),
  })
  await transaction.task.createMany({
    data: file.tasks.map((task, position) => ({
      id: ids.tasks(task.code), assessmentId, position, code: task.code, title: task.title,
      successMetric: task.successMetric, source: task.source,
      fromDay: task.horizon.fromDay, toDay: task.horizon.toDay,
      startOn: dayOf(task.horizon.fromDay), dueOn: dayOf(task.horizon.toDay),
    })),
  })
  await transaction.taskOwner.createMany({
    data: file.tasks.flatMap(task => task.owners.map(teamKey => ({ taskId: ids.tasks(task.code), teamKey }))),
  })
  await transaction.taskItem.createMany({
    data: file.tasks.flatMap(task => task.closes.map(code => ({ taskId: ids.tasks(task.code), itemId: ids.items(code) }))),
  })
  await transaction.evidenceRequirement.createMany({
    data: [
      ...file.items.flatMap(item => item.evidence.map((requirement, position) => (
        { assessmentId, itemId: ids.items(item.code), position, ...requirement, checks: requiredChecks([item.code], requirement.formats, file.baseline) }))),
      ...file.tasks.flatMap(task => task.evidence.map((requirement, position) => (
        { assessmentId, taskId: ids.tasks(task.code), position, ...requirement, checks: requiredChecks(task.closes, requirement.formats, file.baseline) }))),
    ],
  })
  await transaction.recommendation.createMany({
    data: file.recommendations.map(({ item, ...rest }) => ({ assessmentId, itemId: ids.items(item), ...rest })),
  })
  await transaction.drillTarget.createMany({
    data: file.drillTargets.map((target, position) => ({
      assessmentId, itemId: ids.items(target.item), position, component: target.component,
      rpoMinMinutes: target.rpo.minMinutes, rpoMaxMinutes: target.rpo.maxMinutes,
      rtoMinMinutes: target.rto?.minMinutes, rtoMaxMinutes: target.rto?.maxMinutes, rtoWords: target.rtoWords,
    })),
  })
  await transaction.gap.createMany({
    data: file.gaps.map(({ dimension, ...gap }, position) => (
      { assessmentId, dimensionId: ids.dimensions(dimension), position, ...gap })),
  })
  await transaction.discrepancy.createMany({
    data: file.discrepancies.map(({ items, ...discrepancy }, position) => (
      { assessmentId, itemCodes: items, position, ...discrepancy })),
  })
}

function idsOf(keys: readonly string[]): (key: string) => string {
  const ids = new Map(keys.map(key => [key, randomUUID() as string]))
  return key => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`the checked file names ${key}, which it does not have`)
    return id
  }
}

function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'P2002'
}
