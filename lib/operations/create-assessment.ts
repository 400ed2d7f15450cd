import { hasPermission } from '@/lib/domain/permissions'
import { failure, type Result } from '@/lib/domain/result'
import { translator } from '@/lib/i18n/translate'
import { getAssessment } from '@/lib/queries/assessments'
import { readTemplate } from '@/lib/queries/template'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { AssessmentFile } from '@/lib/schemas/assessment-file'
import type { CreateAssessment } from '@/lib/schemas/assessments'
import { writerOf } from './chained-events'
import { storeAssessment, type Imported } from './import-assessment'

/**
 * Makes an assessment that asks for what another one asks for, of which nobody has claimed or proven anything yet.
 * Dates lie as far from the new T0 as they do from the template's.
 */
export async function createAssessment(viewer: SignedInViewer, input: CreateAssessment, now: Date): Promise<Result<Imported>> {
  if (!hasPermission(viewer, 'assessment.create')) return failure('role')
  const { template: slug, ...identity } = input
  const source = await getAssessment(viewer, slug)
  if (!source) return failure('not_found')
  const template = await readTemplate(source)
  const standing = { es: translator('es')('newAssessment.standing'), en: translator('en')('newAssessment.standing') }
  // What an import would refuse must not come in by another way.
  const file = AssessmentFile.parse({
    ...identity, ...template, assumptions: [], statusMapping: [], gaps: [], discrepancies: [],
    dimensions: template.dimensions.map(dimension => ({ ...dimension, standing })),
  })
  const made = await storeAssessment(writerOf(viewer, now), file, { verb: 'assessment.created', from: slug })
  return !made.ok && made.failure.code === 'slug_taken' ? failure('invalid_input', { fields: { slug: 'taken' } }) : made
}
