import { db } from '@/lib/db/client'
import type { DrillObjectives } from '@/lib/domain/drills'
import type { Bilingual } from '@/lib/domain/language'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'
import type { Assessment } from './assessments'

/** Something that the assessment does not know. */
export interface Gap {
  code: string
  title: Bilingual
  detail: Bilingual
  dimensionKey: string
}

/** Two or more statements of the assessment that contradict each other. */
export interface Discrepancy {
  code: string
  title: Bilingual
  statements: { source: Bilingual; says: Bilingual }[]
  consequence: Bilingual
  itemCodes: string[]
}

export type Baseline = AssessmentFile['baseline']

export interface DrillTarget extends DrillObjectives {
  itemId: string
}

export async function listGaps(assessment: Assessment): Promise<Gap[]> {
  const rows = await db().gap.findMany({
    where: { assessmentId: assessment.id }, orderBy: { position: 'asc' }, include: { dimension: { select: { key: true } } },
  })
  return rows.map(row => ({
    code: row.code, title: row.title as unknown as Bilingual, detail: row.detail as unknown as Bilingual, dimensionKey: row.dimension.key,
  }))
}

export async function listDiscrepancies(assessment: Assessment): Promise<Discrepancy[]> {
  const rows = await db().discrepancy.findMany({ where: { assessmentId: assessment.id }, orderBy: { position: 'asc' } })
  return rows.map(row => ({
    code: row.code, title: row.title as unknown as Bilingual, consequence: row.consequence as unknown as Bilingual,
    statements: row.statements as unknown as Discrepancy['statements'], itemCodes: row.itemCodes,
  }))
}

/** The baseline in force; null where the assessment has none. */
export async function getBaseline(assessment: Assessment): Promise<Baseline | null> {
  const row = await db().baseline.findFirst({ where: { assessmentId: assessment.id }, orderBy: { version: 'desc' } })
  return row && row.body as unknown as Baseline
}

export async function listDrillTargets(assessment: Assessment): Promise<DrillTarget[]> {
  const rows = await db().drillTarget.findMany({ where: { assessmentId: assessment.id }, orderBy: { position: 'asc' } })
  return rows.map(row => ({
    ...row, component: row.component as unknown as Bilingual, rtoWords: row.rtoWords as unknown as Bilingual | null,
  }))
}
