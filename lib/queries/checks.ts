import { connections } from '@/lib/db/client'
import type { KeptFinding, RanCheck } from '@/lib/domain/check-run'
import { speakingRevisions, type CheckedRevision } from '@/lib/domain/failed-checks'
import type { Assessment } from './assessments'

/** A file of a revision that was accepted or waits for its review, with what its checks came to. */
export interface CheckedEvidenceFile extends CheckedRevision {
  checks: readonly RanCheck[]
  fileId: string
  fileName: string
  sha256: string
}

/** The files that speak for production now, in the order in which they were handed in. */
export async function listSpeakingFiles(assessment: Assessment): Promise<CheckedEvidenceFile[]> {
  return speakingRevisions(await listCheckedFiles(assessment.id))
}

/** The same, with what was found in them. */
export async function listSpeakingFindings(
  assessment: Assessment,
): Promise<(CheckedEvidenceFile & { findings: readonly KeptFinding[] })[]> {
  const files = await listSpeakingFiles(assessment)
  const { rows } = await connections().pool.query<{ fileId: string; findings: readonly KeptFinding[] }>({
    name: 'findings-of-files', text: 'SELECT "fileId", findings FROM "CheckRun" WHERE "fileId" = ANY($1)',
    values: [files.map(({ fileId }) => fileId)],
  })
  const findings = new Map(rows.map(row => [row.fileId, row.findings]))
  return files.map(file => ({ ...file, findings: findings.get(file.fileId) ?? [] }))
}

/** The checked files that may speak, in the order in which they were handed in. */
export async function listCheckedFiles(assessmentId: string): Promise<CheckedEvidenceFile[]> {
  const { rows } = await connections().pool.query<CheckedEvidenceFile>({
    name: 'checked-files',
    text: `
      SELECT v.id AS "revisionId", v.state, v.service, v.environment, c.format, v."submittedAt", c.checks,
             f.id AS "fileId", f.name AS "fileName", f.sha256
      FROM "EvidenceRequirement" r JOIN "Evidence" e ON e."requirementId" = r.id JOIN "EvidenceRevision" v ON v."evidenceId" = e.id
      JOIN "EvidenceFile" f ON f."revisionId" = v.id JOIN "CheckRun" c ON c."fileId" = f.id
      WHERE r."assessmentId" = $1 AND v.state IN ('accepted', 'in_review') AND c.format IS NOT NULL
      ORDER BY v."submittedAt", v.id, f.position`,
    values: [assessmentId],
  })
  return rows
}
