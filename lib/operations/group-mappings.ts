import type { Transaction } from '@/lib/db/client'
import type { Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { GroupMapping } from '@/lib/domain/sign-in'
import type { RemoveGroupMapping, SetGroupMapping } from '@/lib/schemas/administration'
import { administer } from './administer'
import type { Writer } from './chained-events'
import { renewStandings } from './standing'
import { writeInstance, type LockedInstance } from './write'

/**
 * Sets what members of each group are here; groups that are not named stay as they were. People change at once, by
 * the groups of their last sign-in. Gives how many mappings changed. Fails with `last_admin_mapping` where nobody
 * could administer any more.
 */
export function setGroupMappings(
  writer: Writer, mappings: readonly GroupMapping[],
): Promise<Result<{ changed: number }>> {
  return writeInstance(writer, (transaction, instance) => store(transaction, instance, mappings, writer.now))
}

/**
 * An administrator adds or changes one mapping. Its team must exist. Fails with `last_admin_mapping` where they, or
 * everybody, could not administer any more.
 */
export function setGroupMapping(viewer: Viewer, input: SetGroupMapping, now: Date): Promise<Result<{ changed: number }>> {
  return administer(viewer, 'group.map', now, async (transaction, instance) => {
    const { teamKey } = input
    if (teamKey !== null && (await transaction.team.count({ where: { key: teamKey } })) === 0)
      return failure('invalid_input', { fields: { teamKey: 'unknown' } })
    const stored = await store(transaction, instance, [input], now)
    return stored.ok && !(await administers(transaction, viewer)) ? failure('last_admin_mapping') : stored
  })
}

/** An administrator takes a mapping away. Fails with `last_admin_mapping` where they, or everybody, could not administer any more. */
export function removeGroupMapping(viewer: Viewer, { group }: RemoveGroupMapping, now: Date): Promise<Result<null>> {
  return administer(viewer, 'group.map', now, async (transaction, instance) => {
    const stored = await transaction.groupMapping.findUnique({ where: { group } })
    if (!stored) return failure('not_found')
    await transaction.groupMapping.delete({ where: { group } })
    if (stored.role === 'admin' && !(await leadsToAdministration(transaction))) return failure('last_admin_mapping')
    const { role, teamKey } = stored
    instance.record({
      verb: 'groupMapping.removed', subject: { type: 'groupMapping', id: group }, before: { role, teamKey }, after: null,
    }, false)
    await renewStandings(transaction, instance, now)
    return (await administers(transaction, viewer)) ? success(null) : failure('last_admin_mapping')
  })
}

async function store(
  transaction: Transaction, instance: LockedInstance, mappings: readonly GroupMapping[], now: Date,
): Promise<Result<{ changed: number }>> {
  const groups = mappings.map(mapping => mapping.group)
  const stored = await transaction.groupMapping.findMany({ where: { group: { in: groups } } })
  const changed = mappings.filter(mapping => !stored.some(before => same(before, mapping)))
  for (const { group, role, teamKey } of changed) {
    const before = stored.find(mapping => mapping.group === group)
    const after = { role, teamKey }
    await transaction.groupMapping.upsert({ where: { group }, create: { group, ...after }, update: after })
    instance.record({
      verb: 'groupMapping.set', subject: { type: 'groupMapping', id: group },
      before: before ? { role: before.role, teamKey: before.teamKey } : null, after,
    }, false)
  }
  // Before the first administrator is mapped there is nobody to lock out.
  const hadAdministrator = stored.some(mapping => mapping.role === 'admin')
  if (hadAdministrator && !(await leadsToAdministration(transaction))) return failure('last_admin_mapping')
  if (changed.length > 0) await renewStandings(transaction, instance, now)
  return success({ changed: changed.length })
}

async function leadsToAdministration(transaction: Transaction): Promise<boolean> {
  return (await transaction.groupMapping.count({ where: { role: 'admin' } })) > 0
}

/** A group may lead to administration and have nobody in it. Who still administers can take back what they did. */
async function administers(transaction: Transaction, { userId }: Viewer): Promise<boolean> {
  return (await transaction.user.count({ where: { id: userId, roles: { has: 'admin' } } })) > 0
}

function same(one: GroupMapping, other: GroupMapping): boolean {
  return one.group === other.group && one.role === other.role && one.teamKey === other.teamKey
}
