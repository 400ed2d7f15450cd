import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { connect, disconnect } from '@/lib/db/client'
import { readAssessmentText } from '@/lib/operations/assessment-text'
import { importAssessment } from '@/lib/operations/import-assessment'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'

/** Imports the shipped assessment under other names, each of the ordinary size; gives their slugs. */
export async function addCopies(databaseUrl: string, count: number): Promise<string[]> {
  const file = await shippedFile()
  const slugs = Array.from({ length: count }, (_, index) => `copy-${index + 1}`)
  await importFiles(databaseUrl, slugs.map(slug => ({ ...file, slug })))
  return slugs
}

/** Imports an assessment and repeats its items, with their owners and what proves them, up to `count`; gives its slug. */
export async function addLarge(databaseUrl: string, database: pg.Client, count: number): Promise<string> {
  const file = await shippedFile()
  await importFiles(databaseUrl, [{ ...file, slug: 'large' }])
  const more = `
    WITH listed AS (SELECT i.*, row_number() OVER (ORDER BY i.position) - 1 AS place FROM "Item" i JOIN "Assessment" a ON a.id = i."assessmentId" WHERE a.slug = 'large' AND i.code NOT LIKE 'MORE-%'),
         more AS (SELECT l.*, n FROM generate_series(1, $1::int) n JOIN listed l ON l.place = n % $2::int)`
  const values = [count - file.items.length, file.items.length]
  await database.query(`${more}
    INSERT INTO "Item" (id, "assessmentId", "dimensionId", code, kind, position, category, requirement, criterion, criticality, "declaredStatus", source, details, "dueOn")
    SELECT 'more-' || n, "assessmentId", "dimensionId", 'MORE-' || n, 'control', 1000 + n, category, requirement, criterion, 'standard', "declaredStatus", source, details, "dueOn" FROM more`, values)
  await database.query(`${more}
    INSERT INTO "ItemOwner" SELECT 'more-' || n, o."teamKey" FROM more JOIN "ItemOwner" o ON o."itemId" = more.id`, values)
  await database.query(`${more}
    INSERT INTO "EvidenceRequirement" (id, "assessmentId", "itemId", key, position, title, kind, "validityDays")
    SELECT 'more-' || n || '-' || r.key, r."assessmentId", 'more-' || n, r.key, r.position, r.title, r.kind, r."validityDays" FROM more JOIN "EvidenceRequirement" r ON r."itemId" = more.id`, values)
  return 'large'
}

/**
 * A past for the large assessment: accepted evidence with a file each, and events in the chain of the first copy,
 * written straight into their tables. The events' hashes link nothing.
 */
export async function addHistory(database: pg.Client, slug: string, counts: { revisions: number; events: number }): Promise<void> {
  await database.query(`
    WITH people AS (
      INSERT INTO "User" (id, issuer, subject, name, roles)
      VALUES ('past-owner', 'bench', 'past-owner', 'Past Owner', '{owner}'), ('past-reviewer', 'bench', 'past-reviewer', 'Past Reviewer', '{reviewer}')
      RETURNING id)
    SELECT count(*) FROM people`)
  await database.query(`
    INSERT INTO "Evidence" (id, "requirementId", "createdAt")
    SELECT 'past-' || r.id || '-' || n, r.id, now() - interval '30 days'
    FROM (SELECT r.id FROM "EvidenceRequirement" r JOIN "Assessment" a ON a.id = r."assessmentId" WHERE a.slug = $1 AND r."itemId" IS NOT NULL ORDER BY r.id) r
    CROSS JOIN generate_series(1, 2) n LIMIT $2`, [slug, counts.revisions])
  await database.query(`
    INSERT INTO "EvidenceRevision" (id, "evidenceId", number, state, "submitterId", "submitterTeams", "submittedAt", "effectiveOn", "reviewerId", "reviewerTeams", "reviewedAt")
    SELECT e.id, e.id, 1, 'accepted', 'past-owner', '{}', now() - interval '30 days', now() - interval '30 days', 'past-reviewer', '{}', now() - interval '29 days'
    FROM "Evidence" e WHERE e.id LIKE 'past-%'`)
  await database.query(`
    INSERT INTO "EvidenceFile" (id, "revisionId", position, name, "mediaType", size, sha256)
    SELECT id, id, 0, 'proof.pdf', 'application/pdf', 1000, encode(sha256(id::bytea), 'hex') FROM "EvidenceRevision" WHERE id LIKE 'past-%'`)
  await database.query(`
    INSERT INTO "Event" (chain, number, at, "actorId", verb, "subjectType", "subjectId", body, hash)
    SELECT a.id, a.revision + n, now() - interval '1 day', 'past-owner', 'item.statusChanged', 'item', i.id,
           '{"actor":"past-owner","after":{"code":"X","declaredStatus":"done"},"before":{"code":"X","declaredStatus":"partial"}}', repeat('0', 64)
    FROM "Assessment" a
    CROSS JOIN LATERAL (SELECT array_agg(id ORDER BY position) AS ids FROM "Item" WHERE "assessmentId" = a.id) items
    CROSS JOIN generate_series(1, $2) n
    CROSS JOIN LATERAL (SELECT items.ids[1 + n % cardinality(items.ids)] AS id) i
    WHERE a.slug = $1`, [slug, counts.events])
  await database.query('UPDATE "Assessment" SET revision = revision + $2 WHERE slug = $1', [slug, counts.events])
  await database.query('ANALYZE')
}

async function shippedFile(): Promise<AssessmentFile> {
  const read = readAssessmentText(await readFile('assessments/grupo-gad.yaml', 'utf8'))
  if (!read.ok) throw new Error('the shipped assessment cannot be read')
  return read.file
}

async function importFiles(databaseUrl: string, files: readonly AssessmentFile[]): Promise<void> {
  connect(databaseUrl)
  for (const file of files) {
    const imported = await importAssessment({ actorId: null, now: new Date() }, file)
    if (!imported.ok) throw new Error(`${file.slug} was not imported: ${imported.failure.code}`)
  }
  await disconnect()
}
