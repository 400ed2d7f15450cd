import { LRUCache } from 'lru-cache'
import { connections, db } from '@/lib/db/client'
import type { BaselineTable } from '@/lib/domain/baseline'
import type { LocalDate } from '@/lib/domain/dates'
import { failedChecks } from '@/lib/domain/failed-checks'
import type { Facts, FindingExceptionFacts, ItemFacts, RequirementFacts } from '@/lib/domain/facts'
import type { Criticality } from '@/lib/domain/items'
import type { Bilingual } from '@/lib/domain/language'
import type { Policy } from '@/lib/domain/policy'
import { listCheckedFiles } from './checks'

/** Where a statement stands in the source of the assessment. */
export type Source = { table: number; row: number } | { section: string; numeral?: string }

/** An item as lists show it, and as the verdict takes it. */
export interface ItemRow extends ItemFacts {
  id: string
  dimensionKey: string
  position: number
  category: Bilingual | null
  requirement: Bilingual
  criterion: Bilingual
  criticality: Criticality
  source: Source
  sourceStatus: string | null
  assigneeId: string | null
  reviewerId: string | null
  version: number
  requirements: readonly RequirementRow[]
  findingExceptions: readonly (FindingExceptionFacts & { id: string; reason: string })[]
}

export interface RequirementRow extends RequirementFacts {
  id: string
  title: Bilingual
  /** Kinds of files that are asked for. */
  formats: readonly string[]
}

export interface DimensionRow {
  id: string
  key: string
  position: number
  title: Bilingual
  standing: Bilingual
  /** Tables of the baseline that are shown with it. */
  baseline: readonly BaselineTable[]
}

/** A row of the roadmap. Its success metric is proven as an item is. */
export interface TaskRow {
  id: string
  code: string
  position: number
  title: Bilingual
  successMetric: Bilingual
  source: Source
  fromDay: number
  toDay: number
  state: 'not_started' | 'in_progress' | 'done'
  startOn: LocalDate | null
  dueOn: LocalDate | null
  version: number
  ownerTeams: readonly string[]
  /** Codes of the items that it closes. */
  closes: readonly string[]
  requirements: readonly RequirementRow[]
}

/** All of an assessment that the verdict and the lists need, at one revision. Immutable, and shared by readers. */
export interface Snapshot {
  facts: Facts & { items: readonly ItemRow[] }
  /** The policy in force; null where there is none, which R0 judges. */
  policy: Policy | null
  items: readonly ItemRow[]
  dimensions: readonly DimensionRow[]
  tasks: readonly TaskRow[]
  gaps: readonly Gap[]
  discrepancies: readonly Discrepancy[]
}

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

/** The assessment of a snapshot, as it was read at its revision. */
export interface SnapshotSubject {
  id: string
  revision: number
  startedOn: LocalDate | null
  timeZone: string
}

interface Kept {
  revision: number
  reading: Promise<Snapshot>
}

// The newest of each assessment: an older revision is asked for only while a newer one is about to be.
const snapshots = new LRUCache<string, Kept>({ max: 16 })

/**
 * The snapshot of an assessment at the revision that it was read at. Kept by revision: it holds nothing that
 * time or the instance changes, so only a write makes another, and that one reads no more than the write's
 * events name. Its rows may be newer than that revision, never older.
 */
export function getSnapshot(assessment: SnapshotSubject): Promise<Snapshot> {
  const kept = snapshots.get(assessment.id)
  if (kept?.revision === assessment.revision) return kept.reading
  const isNewer = kept === undefined || kept.revision < assessment.revision
  const reading = isNewer && kept ? renewSnapshot(assessment, kept) : readSnapshot(assessment)
  if (!isNewer) return reading
  const entry = { revision: assessment.revision, reading }
  snapshots.set(assessment.id, entry)
  reading.catch(() => { if (snapshots.get(assessment.id) === entry) snapshots.delete(assessment.id) })
  return reading
}

/**
 * The next snapshot from an earlier one. Every write is an event that names its subject, so rows that no event
 * names have not changed; where one names more than items and tasks, all is read.
 */
async function renewSnapshot(assessment: SnapshotSubject, earlier: Kept): Promise<Snapshot> {
  const [known, events] = await Promise.all([
    earlier.reading.catch(() => null),
    db().event.findMany({
      where: { chain: assessment.id, number: { gt: earlier.revision } }, select: { subjectType: true, subjectId: true },
    }),
  ])
  const changed = (type: string) => [...new Set(events.filter(event => event.subjectType === type).map(event => event.subjectId))]
  const itemIds = changed('item')
  const taskIds = changed('task')
  const isPartial = events.every(({ subjectType }) => subjectType === 'item' || subjectType === 'task')
  if (!known || !isPartial || itemIds.length + taskIds.length > mostRenewed) return readSnapshot(assessment)
  const [items, tasks] = await Promise.all([
    itemIds.length > 0 ? readItems({ assessmentId: assessment.id, ids: itemIds }) : [],
    taskIds.length > 0 ? readTasks({ assessmentId: assessment.id, ids: taskIds }) : [],
  ])
  // Something came or went.
  if (!areKnown(itemIds, items, known.items) || !areKnown(taskIds, tasks, known.tasks)) return readSnapshot(assessment)
  // Checks are written with an event that names the assessment, so here they are as they were.
  const failed = new Map(known.items.map(({ code, failedChecks }) => [code, failedChecks]))
  const rows = replaced(known.items, withFailed(items, failed))
  return {
    ...known, items: rows, tasks: replaced(known.tasks, tasks), facts: factsOf(assessment, rows),
  }
}

const mostRenewed = 200

function areKnown(ids: readonly string[], read: readonly { id: string }[], known: readonly { id: string }[]): boolean {
  if (ids.length === 0) return true
  const before = new Set(known.map(({ id }) => id))
  return read.length === ids.length && ids.every(id => before.has(id))
}

/** The rows, each in its place, with those that were read anew. */
function replaced<Row extends { id: string }>(rows: readonly Row[], renewed: readonly Row[]): readonly Row[] {
  if (renewed.length === 0) return rows
  const byId = new Map(renewed.map(row => [row.id, row]))
  return rows.map(row => byId.get(row.id) ?? row)
}

async function readSnapshot(assessment: SnapshotSubject): Promise<Snapshot> {
  const where = { assessmentId: assessment.id }
  const [read, checked, dimensions, tasks, policy, gaps, discrepancies] = await Promise.all([
    readItems({ assessmentId: assessment.id, ids: null }),
    listCheckedFiles(assessment.id),
    db().dimension.findMany({ where, orderBy: { position: 'asc' } }),
    readTasks({ assessmentId: assessment.id, ids: null }),
    db().policy.findFirst({ where, orderBy: { version: 'desc' } }),
    db().gap.findMany({ where, orderBy: { position: 'asc' }, include: { dimension: { select: { key: true } } } }),
    db().discrepancy.findMany({ where, orderBy: { position: 'asc' } }),
  ])
  const failed = failedChecks(checked)
  const items = withFailed(read, failed)
  return {
    facts: factsOf(assessment, items),
    policy: policy && { ...(policy.body as unknown as Policy), version: policy.version },
    items,
    dimensions: dimensions.map(d => ({
      ...d, title: d.title as unknown as Bilingual, standing: d.standing as unknown as Bilingual,
      baseline: d.baseline as BaselineTable[],
    })),
    tasks,
    gaps: gaps.map(({ code, title, detail, dimension }) => ({
      code, title: title as unknown as Bilingual, detail: detail as unknown as Bilingual, dimensionKey: dimension.key,
    })),
    discrepancies: discrepancies.map(({ code, title, statements, consequence, itemCodes }) => ({
      code, title: title as unknown as Bilingual, statements: statements as unknown as Discrepancy['statements'],
      consequence: consequence as unknown as Bilingual, itemCodes,
    })),
  }
}

function factsOf({ startedOn, timeZone, revision }: SnapshotSubject, items: readonly ItemRow[]): Snapshot['facts'] {
  return { assessment: { startedOn, timeZone, revision }, items, proposals: [], decisions: [] }
}

function withFailed(items: readonly ItemRow[], failed: ReadonlyMap<string, ItemRow['failedChecks']>): readonly ItemRow[] {
  return items.map(item => {
    const failedChecks = failed.get(item.code) ?? []
    return failedChecks.length > 0 ? { ...item, failedChecks } : item
  })
}

interface Wanted {
  assessmentId: string
  /** Rows to read; all where there are none. */
  ids: readonly string[] | null
}

// Rows come as the facts are: nested and in order, dates as text. Prisma took seconds for some thousand items.

async function readItems({ assessmentId, ids }: Wanted): Promise<ItemRow[]> {
  const { rows } = await connections().pool.query<ItemRow>({
    name: 'snapshot-items',
    text: `
      SELECT i.id, d.key AS "dimensionKey", i.code, i.kind, i.position, i.category, i.requirement, i.criterion, i.criticality,
             i."declaredStatus", i.source, i."sourceStatus", i."dueOn"::text, i."agreedDueOn"::text, i."assigneeId",
             i."reviewerId", i.version,
             ARRAY(SELECT o."teamKey" FROM "ItemOwner" o WHERE o."itemId" = i.id ORDER BY 1) AS "ownerTeams",
             ARRAY(SELECT s.code FROM "ItemSupport" p JOIN "Item" s ON s.id = p."supportedId" WHERE p."controlId" = i.id ORDER BY 1) AS supports,
             ${requirementsOf('r."itemId" = i.id')} AS requirements,
             (SELECT coalesce(json_agg(json_build_object(
                'requesterId', c."requesterId", 'approverId', c."approverId", 'approverTeams', c."approverTeams",
                'until', c.until, 'revoked', c.revoked) ORDER BY c."createdAt"), '[]')
              FROM "NotApplicableClaim" c WHERE c."itemId" = i.id) AS "notApplicable",
             '[]'::json AS exceptions, '[]'::json AS "failedChecks",
             (SELECT coalesce(json_agg(json_build_object(
                'id', x.id, 'check', x.check, 'reason', x.reason, 'requesterId', x."requesterId", 'approverId', x."approverId",
                'approverTeams', x."approverTeams", 'until', x.until, 'revoked', x.revoked) ORDER BY x."createdAt"), '[]')
              FROM "FindingException" x WHERE x."itemId" = i.id) AS "findingExceptions"
      FROM "Item" i JOIN "Dimension" d ON d.id = i."dimensionId"
      WHERE i."assessmentId" = $1 AND ($2::text[] IS NULL OR i.id = ANY($2))
      ORDER BY i.kind, i.position`,
    values: [assessmentId, ids],
  })
  return rows
}

async function readTasks({ assessmentId, ids }: Wanted): Promise<TaskRow[]> {
  const { rows } = await connections().pool.query<TaskRow>({
    name: 'snapshot-tasks',
    text: `
      SELECT t.id, t.code, t.position, t.title, t."successMetric", t.source, t."fromDay", t."toDay", t.state, t."startOn"::text,
             t."dueOn"::text, t.version,
             ARRAY(SELECT o."teamKey" FROM "TaskOwner" o WHERE o."taskId" = t.id ORDER BY 1) AS "ownerTeams",
             ARRAY(SELECT i.code FROM "TaskItem" c JOIN "Item" i ON i.id = c."itemId" WHERE c."taskId" = t.id ORDER BY i.position) AS closes,
             ${requirementsOf('r."taskId" = t.id')} AS requirements
      FROM "Task" t WHERE t."assessmentId" = $1 AND ($2::text[] IS NULL OR t.id = ANY($2))
      ORDER BY t.position`,
    values: [assessmentId, ids],
  })
  return rows
}

/** What the requirements of something ask, and all revisions that were handed in for each, as `RequirementRow`s. */
function requirementsOf(condition: string): string {
  return `
    (SELECT coalesce(json_agg(json_build_object(
       'id', r.id, 'key', r.key, 'title', r.title, 'kind', r.kind, 'validityDays', r."validityDays", 'formats', r.formats, 'checks', r.checks,
       'revisions', (
         SELECT coalesce(json_agg(json_build_object(
           'id', v.id, 'evidenceId', v."evidenceId", 'number', v.number, 'state', v.state, 'isLink', v.link IS NOT NULL,
           'service', v.service, 'environment', v.environment, 'effectiveOn', v."effectiveOn",
           'submitterId', v."submitterId", 'submitterTeams', v."submitterTeams",
           'reviewerId', v."reviewerId", 'reviewerTeams', v."reviewerTeams",
           'checkRuns', (
             SELECT coalesce(json_agg(json_build_object('checkId', one.value->>'check', 'outcome', one.value->>'outcome')), '[]')
             FROM "EvidenceFile" f JOIN "CheckRun" c ON c."fileId" = f.id, jsonb_array_elements(c.checks) one
             WHERE f."revisionId" = v.id)
         ) ORDER BY e."createdAt", e.id, v.number), '[]')
         FROM "Evidence" e JOIN "EvidenceRevision" v ON v."evidenceId" = e.id WHERE e."requirementId" = r.id)
     ) ORDER BY r.position), '[]')
     FROM "EvidenceRequirement" r WHERE ${condition})`
}
