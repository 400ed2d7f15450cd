import { db } from '@/lib/db/client'
import type { DrillObjectives } from '@/lib/domain/drills'
import type { Bilingual } from '@/lib/domain/language'
import { BaselineFile, type AssessmentFile } from '@/lib/schemas/assessment-file'
import type { Assessment } from './assessments'

export type Baseline = AssessmentFile['baseline']

export interface DrillTarget extends DrillObjectives {
  itemId: string
}

/** The baseline in force; null where the assessment has none. */
export async function getBaseline(assessment: Assessment): Promise<Baseline | null> {
  const row = await db().baseline.findFirst({ where: { assessmentId: assessment.id }, orderBy: { version: 'desc' } })
  return row && BaselineFile.parse(row.body)
}

export async function listDrillTargets(assessment: Assessment): Promise<DrillTarget[]> {
  const rows = await db().drillTarget.findMany({ where: { assessmentId: assessment.id }, orderBy: { position: 'asc' } })
  return rows.map(row => ({
    ...row, component: row.component as unknown as Bilingual, rtoWords: row.rtoWords as unknown as Bilingual | null,
  }))
}
