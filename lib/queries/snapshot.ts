import { LRUCache } from 'lru-cache'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { BaselineTable } from '@/lib/domain/baseline'
import { fromUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { EvidenceKind } from '@/lib/domain/evidence'
import type { Facts, ItemFacts, RequirementFacts, WaiverFacts } from '@/lib/domain/facts'
import type { Criticality } from '@/lib/domain/items'
import type { Bilingual } from '@/lib/domain/language'
import type { Policy } from '@/lib/domain/policy'

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
}

export interface RequirementRow extends RequirementFacts {
  id: string
  title: Bilingual
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
    itemIds.length > 0 ? readItems({ id: { in: itemIds } }) : [],
    taskIds.length > 0 ? readTasks({ id: { in: taskIds } }) : [],
  ])
  // Something came or went.
  if (!areKnown(itemIds, items, known.items) || !areKnown(taskIds, tasks, known.tasks)) return readSnapshot(assessment)
  const rows = replaced(known.items, items)
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
  const [items, dimensions, tasks, policy] = await Promise.all([
    readItems(where),
    db().dimension.findMany({ where, orderBy: { position: 'asc' } }),
    readTasks(where),
    db().policy.findFirst({ where, orderBy: { version: 'desc' } }),
  ])
  return {
    facts: factsOf(assessment, items),
    policy: policy && { ...(policy.body as unknown as Policy), version: policy.version },
    items,
    dimensions: dimensions.map(d => ({
      ...d, title: d.title as unknown as Bilingual, standing: d.standing as unknown as Bilingual,
      baseline: d.baseline as BaselineTable[],
    })),
    tasks,
  }
}

function factsOf({ startedOn, timeZone, revision }: SnapshotSubject, items: readonly ItemRow[]): Snapshot['facts'] {
  return { assessment: { startedOn, timeZone, revision }, items, proposals: [], decisions: [] }
}

async function readItems(where: Prisma.ItemWhereInput): Promise<ItemRow[]> {
  const items = await db().item.findMany({
    where,
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
    include: {
      dimension: { select: { key: true } },
      owners: { select: { teamKey: true }, orderBy: { teamKey: 'asc' } },
      supports: { select: { supported: { select: { code: true } } } },
      requirements,
      waivers: true,
    },
  })
  return items.map((item): ItemRow => ({
    ...item,
    category: item.category as Bilingual | null,
    requirement: item.requirement as unknown as Bilingual,
    criterion: item.criterion as unknown as Bilingual,
    source: item.source as unknown as Source,
    dimensionKey: item.dimension.key,
    ownerTeams: item.owners.map(owner => owner.teamKey),
    supports: item.supports.map(support => support.supported.code),
    dueOn: item.dueOn && fromUtcDate(item.dueOn),
    agreedDueOn: item.agreedDueOn && fromUtcDate(item.agreedDueOn),
    requirements: item.requirements.map(requirementOf),
    notApplicable: item.waivers.map(waiverOf),
    exceptions: [],
  }))
}

async function readTasks(where: Prisma.TaskWhereInput): Promise<TaskRow[]> {
  const tasks = await db().task.findMany({
    where,
    orderBy: { position: 'asc' },
    include: {
      owners: { select: { teamKey: true }, orderBy: { teamKey: 'asc' } },
      closes: { select: { item: { select: { code: true, position: true } } }, orderBy: { item: { position: 'asc' } } },
      requirements,
    },
  })
  return tasks.map(task => ({
    ...task,
    title: task.title as unknown as Bilingual,
    successMetric: task.successMetric as unknown as Bilingual,
    source: task.source as unknown as Source,
    startOn: task.startOn && fromUtcDate(task.startOn),
    dueOn: task.dueOn && fromUtcDate(task.dueOn),
    ownerTeams: task.owners.map(owner => owner.teamKey),
    closes: task.closes.map(close => close.item.code),
    requirements: task.requirements.map(requirementOf),
  }))
}

const requirements = {
  orderBy: { position: 'asc' },
  include: { evidence: { include: { revisions: { orderBy: { number: 'asc' } } }, orderBy: { createdAt: 'asc' } } },
} as const

function requirementOf(row: {
  id: string, key: string, title: unknown, kind: EvidenceKind, validityDays: number,
  evidence: { id: string, revisions: RevisionRecord[] }[]
}): RequirementRow {
  return {
    id: row.id, key: row.key, title: row.title as Bilingual, kind: row.kind, validityDays: row.validityDays, checks: [],
    revisions: row.evidence.flatMap(evidence => evidence.revisions.map(revision => ({
      ...revision,
      isLink: revision.link !== null,
      effectiveOn: fromUtcDate(revision.effectiveOn),
      checkRuns: [],
    }))),
  }
}

interface RevisionRecord {
  id: string
  evidenceId: string
  number: number
  state: 'in_review' | 'accepted' | 'rejected' | 'withdrawn' | 'superseded'
  submitterId: string
  submitterTeams: string[]
  effectiveOn: Date
  service: string | null
  environment: string | null
  link: string | null
  reviewerId: string | null
  reviewerTeams: string[]
}

function waiverOf(row: {
  requesterId: string, approverId: string | null, approverTeams: string[], until: Date, revoked: boolean
}): WaiverFacts {
  const { requesterId, approverId, approverTeams, revoked } = row
  return { requesterId, approverId, approverTeams, revoked, until: fromUtcDate(row.until) }
}
