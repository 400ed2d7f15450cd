import type { Finding } from '@/lib/checks/finding'
import { db } from '@/lib/db/client'
import { localDateAt } from '@/lib/domain/dates'
import type { Language } from '@/lib/domain/language'
import { failure, success, type Result } from '@/lib/domain/result'
import { findingWords } from '@/lib/i18n/checks/words'
import { storage } from '@/lib/platform/storage'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { PushedEvidence, PushedFile, PushEvidence } from '@/lib/schemas/api'
import { submitEvidence } from './evidence'

/**
 * Hands in what a pipeline sends, as a page's form does, for the requirement of an item or task by their names; where
 * only one is asked for, it goes without saying. What a pipeline sends again and again is one evidence in many
 * revisions. Gives what was stored, with what its files came to.
 */
export async function pushEvidence(
  viewer: SignedInViewer, input: PushEvidence, uploads: string[], now: Date, store = storage(),
): Promise<Result<PushedEvidence>> {
  const { assessment: slug, item, service = null, environment = null, note = null, evidence } = input
  const assessment = await db().assessment.findUnique({ where: { slug }, select: { id: true, timeZone: true } })
  if (!assessment) return failure('not_found')
  const requirement = await findRequirement(assessment.id, item, input.requirement)
  if (!requirement.ok) return requirement
  const effectiveOn = input.effectiveOn ?? localDateAt(now, assessment.timeZone)
  const submitted = await submitEvidence(viewer, {
    assessment: slug, requirement: requirement.value.id, evidence, effectiveOn, note, service, environment, uploads, link: null,
  }, now, store, { continues: true })
  if (!submitted.ok) return submitted
  const { evidenceId, revisionId, number } = submitted.value
  const files = await listPushedFiles(revisionId, viewer.language)
  return success({ evidence: evidenceId, revision: revisionId, number, item, requirement: requirement.value.key, files })
}

async function findRequirement(assessmentId: string, code: string, key: string | undefined): Promise<Result<{ id: string; key: string }>> {
  const asked = await db().evidenceRequirement.findMany({
    where: { assessmentId, OR: [{ item: { code } }, { task: { code } }] }, orderBy: { position: 'asc' }, select: { id: true, key: true },
  })
  if (asked.length === 0) return failure('invalid_input', { fields: { item: 'item_unknown' } })
  const [found, ...others] = key === undefined ? asked : asked.filter(one => one.key === key)
  if (!found) return failure('invalid_input', { fields: { requirement: 'unknown' } })
  return others.length > 0 ? failure('invalid_input', { fields: { requirement: 'required' } }) : success(found)
}

async function listPushedFiles(revisionId: string, language: Language): Promise<PushedFile[]> {
  const files = await db().evidenceFile.findMany({ where: { revisionId }, orderBy: { position: 'asc' }, include: { checkRun: true } })
  return files.map(({ name, sha256, size, checkRun }) => ({
    name, sha256, size, format: checkRun?.format ?? null, outcome: checkRun?.outcome ?? null,
    // The checks wrote them, and nothing else does.
    findings: ((checkRun?.findings ?? []) as unknown as (Finding & { items: string[] })[]).map(finding => {
      const { check, key, severity, place, values, items } = finding
      return { check, key, severity, line: place.line, column: place.column, values, items, message: findingWords(finding, language) }
    }),
  }))
}
