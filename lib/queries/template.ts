import { db } from '@/lib/db/client'
import type { BaselineTable } from '@/lib/domain/baseline'
import { daysBetween, fromUtcDate } from '@/lib/domain/dates'
import type { Bilingual } from '@/lib/domain/language'
import type { PolicyTerms } from '@/lib/domain/policy'
import { BaselineFile, mostDays, type AssessmentFile } from '@/lib/schemas/assessment-file'
import type { Assessment } from './assessments'
import type { Source } from './snapshot'

/**
 * What an assessment asks for, as the parts of a file: nothing that it has of its own (name, dates), that somebody
 * said or proved of its system (statuses, evidence, people, the cells of the source), or that was found out about
 * it (gaps, discrepancies, assumptions, how a dimension stands).
 */
export type Template = Pick<
  AssessmentFile,
  'calendar' | 'policy' | 'teams' | 'items' | 'recommendations' | 'baseline' | 'drillTargets' | 'tasks' | 'references'
> & { dimensions: Omit<AssessmentFile['dimensions'][number], 'standing'>[] }

/** Reads an assessment as a template. Due dates are given in days from its T0, those before it or too far for a file not at all. */
export async function readTemplate(assessment: Assessment): Promise<Template> {
  const where = { assessmentId: assessment.id }
  const byPosition = { orderBy: { position: 'asc' } } as const
  const requirements = { ...byPosition, select: { key: true, title: true, kind: true, validityDays: true, formats: true } } as const
  const [row, policy, baseline, dimensions, items, tasks, recommendations, drillTargets, references, teams] = await Promise.all([
    db().assessment.findUniqueOrThrow({ where: { id: assessment.id }, select: { calendar: true } }),
    db().policy.findFirstOrThrow({ where, orderBy: { version: 'desc' } }),
    db().baseline.findFirstOrThrow({ where, orderBy: { version: 'desc' } }),
    db().dimension.findMany({ where, ...byPosition }),
    db().item.findMany({
      where, ...byPosition,
      include: {
        dimension: { select: { key: true } },
        owners: { select: { teamKey: true }, orderBy: { teamKey: 'asc' } },
        supports: { select: { supported: { select: { code: true } } }, orderBy: { supported: { position: 'asc' } } },
        references: { select: { reference: { select: { number: true } } }, orderBy: { reference: { number: 'asc' } } },
        requirements,
      },
    }),
    db().task.findMany({
      where, ...byPosition,
      include: {
        owners: { select: { teamKey: true }, orderBy: { teamKey: 'asc' } },
        closes: { select: { item: { select: { code: true } } }, orderBy: { item: { position: 'asc' } } },
        requirements,
      },
    }),
    db().recommendation.findMany({ where, orderBy: { id: 'asc' }, include: { item: { select: { code: true } } } }),
    db().drillTarget.findMany({ where, ...byPosition, include: { item: { select: { code: true } } } }),
    db().reference.findMany({ where, orderBy: { number: 'asc' } }),
    db().team.findMany({
      where: { OR: [{ items: { some: { item: where } } }, { tasks: { some: { task: where } } }] }, orderBy: { key: 'asc' },
    }),
  ])
  const { gates, critical, closeWithinDays, horizonDays, decisionDays, extensions } = policy.body as unknown as PolicyTerms
  const { startedOn } = assessment
  return {
    calendar: row.calendar as AssessmentFile['calendar'],
    policy: { gates: [...gates], critical: [...critical], closeWithinDays, horizonDays, decisionDays, extensions },
    baseline: BaselineFile.parse(baseline.body),
    teams: teams.map(({ key, name }) => ({ key, name: words(name) })),
    dimensions: dimensions.map(({ key, title, baseline }) => ({ key, title: words(title), baseline: baseline as BaselineTable[] })),
    items: items.map(item => {
      const dueInDays = startedOn && item.dueOn ? daysBetween(startedOn, fromUtcDate(item.dueOn)) : -1
      return {
        code: item.code, kind: item.kind, dimension: item.dimension.key, source: sourceOf(item.source),
        ...(item.category !== null && { category: words(item.category) }),
        requirement: words(item.requirement), criterion: words(item.criterion),
        owners: item.owners.map(owner => owner.teamKey), declaredStatus: 'not_started', details: [],
        ...(dueInDays >= 0 && dueInDays <= mostDays && { dueInDays }),
        supports: item.supports.map(support => support.supported.code),
        references: item.references.map(({ reference }) => reference.number),
        evidence: item.requirements.map(requirementOf),
      }
    }),
    tasks: tasks.map(task => ({
      code: task.code, title: words(task.title), successMetric: words(task.successMetric), source: sourceOf(task.source),
      owners: task.owners.map(owner => owner.teamKey), horizon: { fromDay: task.fromDay, toDay: task.toDay },
      closes: task.closes.map(close => close.item.code), evidence: task.requirements.map(requirementOf),
    })),
    recommendations: recommendations.map(({ section, numeral, label, item }) => (
      { section, numeral, label: words(label), item: item.code })),
    drillTargets: drillTargets.map(target => ({
      item: target.item.code, component: words(target.component),
      rpo: range(target.rpoMinMinutes, target.rpoMaxMinutes),
      rto: target.rtoMaxMinutes === null ? null : range(target.rtoMinMinutes, target.rtoMaxMinutes),
      ...(target.rtoWords !== null && { rtoWords: words(target.rtoWords) }),
    })),
    references: references.map(({ number, title, url }) => ({ number, title, url })),
  }
}

function requirementOf({ title, ...rest }: {
  key: string, title: unknown, kind: AssessmentFile['items'][number]['evidence'][number]['kind'], validityDays: number, formats: string[]
}) {
  return { ...rest, title: words(title) }
}

function range(minMinutes: number | null, maxMinutes: number) {
  return { ...(minMinutes !== null && { minMinutes }), maxMinutes }
}

// The import checked these columns against its schema, and nothing else writes them.
const words = (column: unknown) => column as Bilingual
const sourceOf = (column: unknown) => column as Source
