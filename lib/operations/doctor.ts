import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { connections } from '@/lib/db/client'
import { sweepAnswers } from '@/lib/platform/kept-answers'
import { sweepLimits } from '@/lib/platform/rate-limit'
import type { Storage } from '@/lib/platform/storage'
import { checkpointPrefix, compareCheckpoints } from '@/lib/queries/checkpoints'
import { listChainStates } from '@/lib/queries/events'
import { sweepUploads } from './uploads'

/** Something that is not as it should be. */
export interface Inconsistency {
  id: 'chain_broken' | 'checkpoint_contradicted' | 'file_missing' | 'file_corrupt' | 'item_without_requirement' | 'item_without_owner'
    | 'assignee_outside_team' | 'reviewer_in_team' | 'policy_names_no_item' | 'criticality_differs' | 'nobody_administers'
    | 'object_without_row' | 'upload_forgotten' | 'limit_outdated'
  /** What it concerns, in the words of the installation: codes, names, hashes. */
  of: string[]
}

interface Parts {
  files: Storage
  /** The key of the checkpoints, in PEM. */
  auditKey: string
  /** Whether each file is read to the end and hashed, which takes as long as reading them all. */
  deep: boolean
}

/** Looks for what contradicts itself in the database and between it and the file store. Changes nothing. */
export async function examine(now: Date, parts: Parts): Promise<Inconsistency[]> {
  const found = [
    ...await brokenChains(parts), ...await damagedFiles(parts), ...await oddRows(), ...await leftovers(now, parts.files),
  ]
  return found.filter(({ of }) => of.length > 0)
}

/** Ids of what `mend` removes: nobody can miss it, since nothing refers to it. */
export const mendable: readonly Inconsistency['id'][] = ['object_without_row', 'upload_forgotten', 'limit_outdated']

/** Mends what is safe, which is what the server's own sweep removes in time. */
export async function mend(now: Date, files: Storage): Promise<void> {
  await sweepUploads(now, files)
  await sweepLimits(now)
  await sweepAnswers(now)
}

async function brokenChains({ files, auditKey }: Parts): Promise<Inconsistency[]> {
  const states = await listChainStates()
  const nameOf = (chain: string) => states.find(state => state.chain === chain)?.slug ?? chain
  const kept = (await files.readRecords(checkpointPrefix)).map(({ text }) => text)
  const compared = await compareCheckpoints(kept, auditKey)
  return [
    {
      id: 'chain_broken',
      of: states.flatMap(({ chain, state }) => (state.holds ? [] : [`${nameOf(chain)}: event ${state.number} ${state.reason}`])),
    },
    {
      id: 'checkpoint_contradicted',
      of: compared.flatMap(({ at, contradictions }) => contradictions === null
        ? ['a checkpoint is not signed by this key']
        : contradictions.map(({ chain, number }) => `${nameOf(chain)}: event ${number} of the checkpoint of ${at}`)),
    },
  ]
}

async function damagedFiles({ files, deep }: Parts): Promise<Inconsistency[]> {
  const rows = await rowsOf<{ sha256: string; name: string }>(
    'SELECT sha256, min(name) AS name FROM (SELECT sha256, name FROM "EvidenceFile" UNION ALL SELECT sha256, name FROM "Upload") f GROUP BY 1 ORDER BY 2')
  const missing: string[] = []
  const corrupt: string[] = []
  for (const { sha256, name } of rows) {
    const word = `${name} (${sha256})`
    if (!await files.storedAt(sha256)) missing.push(word)
    else if (deep && await hashOf(files, sha256) !== sha256) corrupt.push(word)
  }
  return [{ id: 'file_missing', of: missing }, { id: 'file_corrupt', of: corrupt }]
}

async function hashOf(files: Storage, sha256: string): Promise<string | null> {
  const stream = await files.read(sha256)
  if (!stream) return null
  const hash = createHash('sha256')
  await pipeline(stream, hash)
  return hash.digest('hex')
}

async function oddRows(): Promise<Inconsistency[]> {
  const named = async (id: Inconsistency['id'], text: string): Promise<Inconsistency> =>
    ({ id, of: (await rowsOf<{ name: string }>(text)).map(({ name }) => name) })
  const item = `a.slug || ' ' || i.code AS name FROM "Item" i JOIN "Assessment" a ON a.id = i."assessmentId"`
  const ofTeam = (person: string) => `
    EXISTS (SELECT FROM "UserTeam" t JOIN "ItemOwner" o ON o."teamKey" = t."teamKey" WHERE o."itemId" = i.id AND t."userId" = i."${person}")`
  const newestPolicy = `(SELECT DISTINCT ON ("assessmentId") * FROM "Policy" ORDER BY "assessmentId", version DESC)`
  return Promise.all([
    named('item_without_requirement', `SELECT ${item} WHERE NOT EXISTS (SELECT FROM "EvidenceRequirement" r WHERE r."itemId" = i.id) ORDER BY 1`),
    named('item_without_owner', `SELECT ${item} WHERE NOT EXISTS (SELECT FROM "ItemOwner" o WHERE o."itemId" = i.id) ORDER BY 1`),
    named('assignee_outside_team', `SELECT ${item} WHERE i."assigneeId" IS NOT NULL AND NOT ${ofTeam('assigneeId')} ORDER BY 1`),
    named('reviewer_in_team', `SELECT ${item} WHERE i."reviewerId" IS NOT NULL AND ${ofTeam('reviewerId')} ORDER BY 1`),
    named('policy_names_no_item', `
      SELECT a.slug || ' ' || named.code AS name FROM ${newestPolicy} p JOIN "Assessment" a ON a.id = p."assessmentId"
      CROSS JOIN LATERAL jsonb_array_elements_text((p.body->'gates') || (p.body->'critical')) AS named(code)
      WHERE NOT EXISTS (SELECT FROM "Item" i WHERE i."assessmentId" = a.id AND i.code = named.code) ORDER BY 1`),
    named('criticality_differs', `
      SELECT ${item} JOIN ${newestPolicy} p ON p."assessmentId" = a.id
      WHERE i.criticality::text <> CASE WHEN p.body->'gates' ? i.code THEN 'gate' WHEN p.body->'critical' ? i.code THEN 'critical' ELSE 'standard' END
      ORDER BY 1`),
    named('nobody_administers', `SELECT 'admin' AS name WHERE NOT EXISTS (SELECT FROM "GroupMapping" WHERE role = 'admin')`),
  ])
}

const hourMilliseconds = 3_600_000
const dayMilliseconds = 24 * hourMilliseconds

async function leftovers(now: Date, files: Storage): Promise<Inconsistency[]> {
  const referenced = new Set((await rowsOf<{ sha256: string }>('SELECT sha256 FROM "EvidenceFile" UNION SELECT sha256 FROM "Upload"')).map(({ sha256 }) => sha256))
  const orphans: string[] = []
  for await (const { sha256, storedAt } of files.list())
    if (!referenced.has(sha256) && now.getTime() - storedAt.getTime() > hourMilliseconds) orphans.push(sha256)
  const yesterday = new Date(now.getTime() - dayMilliseconds)
  return [
    { id: 'object_without_row', of: orphans },
    { id: 'upload_forgotten', of: (await rowsOf<{ name: string }>('SELECT name FROM "Upload" WHERE "createdAt" < $1 ORDER BY 1', [yesterday])).map(({ name }) => name) },
    { id: 'limit_outdated', of: (await rowsOf<{ subject: string }>('SELECT subject FROM "RateLimit" WHERE "windowStart" < $1 ORDER BY 1', [yesterday])).map(({ subject }) => subject) },
  ]
}

async function rowsOf<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await connections().pool.query<Row>(text, values)).rows
}
