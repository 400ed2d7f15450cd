import type { Transaction } from '@/lib/db/client'
import { fromUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { DeclaredStatus } from '@/lib/domain/items'
import { canChangeOwners, canWrite, type Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { ChangeItems, ItemChange } from '@/lib/schemas/item-changes'
import type { Happening } from './chained-events'
import { writerOf } from './chained-events'
import { writeAssessment } from './write'

/** What of an item many can be changed at once. */
export interface ChangeableItem {
  id: string
  code: string
  version: number
  declaredStatus: DeclaredStatus
  ownerTeams: readonly string[]
  assigneeId: string | null
  reviewerId: string | null
  dueOn: LocalDate | null
  /** Whether evidence was ever handed in for it, or a claim of not being applicable waits or holds. */
  handedIn: boolean
}

/**
 * Changes many items: all of them in one transaction with an event each, or none. Fails with `items_refused` and a
 * code for each item that may not be changed so or has moved on. An item that is so already makes no event.
 */
export function changeItems(viewer: Viewer, input: ChangeItems, now: Date): Promise<Result<{ changed: number }>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    const { items, refusals } = await judgeChanges(transaction, viewer, assessment.id, input.changes)
    if (refusals.size > 0) return failure('items_refused', { fields: Object.fromEntries(refusals) })
    const changed = input.changes.flatMap((change): Changed[] => {
      const item = items.get(change.item)
      const difference = item && differenceOf(item, change)
      return difference ? [{ item, difference, reason: change.reason }] : []
    })
    await store(transaction, changed)
    for (const { item, difference, reason } of changed) assessment.record(happening(item, difference, reason))
    return success({ changed: changed.length })
  })
}

/** The items that changes speak of, by code, and why each that is refused is, as the code of a field's complaint. */
export async function judgeChanges(
  transaction: Transaction, viewer: Viewer, assessmentId: string, changes: readonly ItemChange[],
): Promise<{ items: Map<string, ChangeableItem>; refusals: Map<string, string> }> {
  const items = await findItems(transaction, assessmentId, changes.map(({ item }) => item))
  const teams = new Set((await transaction.team.findMany({ select: { key: true } })).map(({ key }) => key))
  const teamsOf = await findTeams(transaction, [...changes, ...items.values()])
  const refusals = new Map<string, string>()
  for (const change of changes) {
    const refusal = refusalOf(viewer, items.get(change.item), change, teams, teamsOf)
    if (refusal) refusals.set(change.item, refusal)
  }
  return { items, refusals }
}

/** What a change makes different about an item, each field as it will be; null where it is so already. */
export function differenceOf(item: ChangeableItem, change: ItemChange): Difference | null {
  const { status, ownerTeams, assigneeId, dueOn } = change
  const difference: Difference = {
    ...(status !== undefined && status !== item.declaredStatus && { declaredStatus: status }),
    ...(ownerTeams && !sameTeams(ownerTeams, item.ownerTeams) && { ownerTeams: [...new Set(ownerTeams)].sort() }),
    ...(assigneeId !== undefined && assigneeId !== item.assigneeId && { assigneeId }),
    ...(dueOn !== undefined && dueOn !== item.dueOn && { dueOn }),
  }
  return Object.keys(difference).length === 0 ? null : difference
}

export type Difference = Partial<Pick<ChangeableItem, 'declaredStatus' | 'ownerTeams' | 'assigneeId' | 'dueOn'>>

/** An item that becomes different. */
interface Changed {
  item: ChangeableItem
  difference: Difference
  reason: string | undefined
}

type TeamsOf = ReadonlyMap<string, readonly string[]>

function refusalOf(
  viewer: Viewer, item: ChangeableItem | undefined, change: ItemChange, teams: ReadonlySet<string>, teamsOf: TeamsOf,
): string | null {
  if (!item) return 'item_unknown'
  if (!canWrite(viewer, 'item.plan', item).allowed) return 'item_not_yours'
  if (item.version !== change.version) return 'item_moved_on'
  const difference = differenceOf(item, change)
  if (!difference) return null
  if (difference.declaredStatus && !canWrite(viewer, 'item.changeStatus', item).allowed) return 'item_not_yours'
  if (difference.dueOn !== undefined && !change.reason) return 'move_without_reason'
  const ownerTeams = difference.ownerTeams ?? item.ownerTeams
  if (difference.ownerTeams) {
    if (!ownerTeams.every(team => teams.has(team))) return 'team_unknown'
    if (!canChangeOwners(viewer, item, ownerTeams).allowed) return 'owners_handed_in'
    if (item.reviewerId && teamsOf.get(item.reviewerId)?.some(team => ownerTeams.includes(team))) return 'owners_review'
  }
  const assigneeId = difference.assigneeId === undefined ? item.assigneeId : difference.assigneeId
  const reassigned = difference.assigneeId !== undefined || difference.ownerTeams !== undefined
  if (reassigned && assigneeId && !teamsOf.get(assigneeId)?.some(team => ownerTeams.includes(team))) return 'assignee_not_owner'
  return null
}

/** Stores all differences in as few statements as one would take: the assessment is locked meanwhile. */
async function store(transaction: Transaction, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return
  const after = changed.map(({ item, difference }) => ({ ...item, ...difference }))
  await transaction.$executeRaw`
    UPDATE "Item" i
    SET "declaredStatus" = c.status::"DeclaredStatus", "assigneeId" = c."assigneeId", "dueOn" = c."dueOn", version = i.version + 1
    FROM unnest(
      ${after.map(({ id }) => id)}::text[], ${after.map(({ declaredStatus }) => declaredStatus)}::text[],
      ${after.map(({ assigneeId }) => assigneeId)}::text[], ${after.map(({ dueOn }) => dueOn)}::date[]
    ) AS c(id, status, "assigneeId", "dueOn") WHERE i.id = c.id`
  const owners = changed.flatMap(({ item, difference }) => (difference.ownerTeams ?? []).map(team => ({ item: item.id, team })))
  if (owners.length > 0) {
    const [items, teams] = [owners.map(({ item }) => item), owners.map(({ team }) => team)]
    await transaction.$executeRaw`DELETE FROM "ItemOwner" WHERE "itemId" = ANY(${items})`
    await transaction.$executeRaw`INSERT INTO "ItemOwner" ("itemId", "teamKey") SELECT * FROM unnest(${items}::text[], ${teams}::text[])`
  }
  const declared = changed.filter(({ difference }) => difference.declaredStatus).map(({ item }) => item.id)
  await transaction.$executeRaw`
    UPDATE "NotApplicableClaim" SET revoked = true WHERE "itemId" = ANY(${declared}) AND NOT revoked`
}

/** The event of the single operation where one would have done, `item.changed` where it takes several. */
function happening(item: ChangeableItem, difference: Difference, reason: string | undefined): Happening {
  const { code, declaredStatus, ownerTeams, assigneeId, reviewerId, dueOn } = item
  const subject = { type: 'item', id: item.id }
  const plan = { assigneeId, reviewerId, dueOn }
  const why = difference.dueOn !== undefined && reason ? { reason } : {}
  const planned = 'assigneeId' in difference || 'dueOn' in difference
  if (difference.declaredStatus && !planned && !difference.ownerTeams)
    return { verb: 'item.statusChanged', subject, before: { code, declaredStatus }, after: { code, ...difference } }
  if (planned && !difference.declaredStatus && !difference.ownerTeams)
    return { verb: 'item.planned', subject, before: { code, ...plan }, after: { code, ...plan, ...difference, ...why } }
  const before = { code, declaredStatus, ownerTeams, ...plan }
  return { verb: 'item.changed', subject, before, after: { ...before, ...difference, ...why } }
}

async function findItems(transaction: Transaction, assessmentId: string, codes: string[]): Promise<Map<string, ChangeableItem>> {
  const rows = await transaction.item.findMany({
    where: { assessmentId, code: { in: codes } },
    select: {
      id: true, code: true, version: true, declaredStatus: true, assigneeId: true, reviewerId: true, dueOn: true,
      owners: { select: { teamKey: true }, orderBy: { teamKey: 'asc' } },
      requirements: { select: { id: true }, where: { evidence: { some: {} } }, take: 1 },
      waivers: { select: { id: true }, where: { revoked: false }, take: 1 },
    },
  })
  return new Map(rows.map(({ owners, requirements, waivers, dueOn, ...row }) => [row.code, {
    ...row, ownerTeams: owners.map(({ teamKey }) => teamKey), dueOn: dueOn && fromUtcDate(dueOn),
    handedIn: requirements.length > 0 || waivers.length > 0,
  }]))
}

/** The teams of everybody who is or shall be assigned, or is named as reviewer. */
async function findTeams(
  transaction: Transaction, of: readonly { assigneeId?: string | null; reviewerId?: string | null }[],
): Promise<TeamsOf> {
  const ids = new Set(of.flatMap(({ assigneeId, reviewerId }) => [assigneeId, reviewerId]).filter(id => id != null))
  const people = await transaction.user.findMany({
    where: { id: { in: [...ids] } }, select: { id: true, teams: { select: { teamKey: true } } },
  })
  return new Map(people.map(({ id, teams }) => [id, teams.map(({ teamKey }) => teamKey)]))
}

function sameTeams(some: readonly string[], others: readonly string[]): boolean {
  return some.every(team => others.includes(team)) && others.every(team => some.includes(team))
}
