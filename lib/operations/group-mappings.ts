import type { GroupMapping } from '@/lib/domain/sign-in'
import { success, type Result } from '@/lib/domain/result'
import type { Writer } from './chained-events'
import { writeInstance } from './write'

/**
 * Sets what members of each group are here; groups that are not named stay as they were. People change at
 * their next sign-in, so no revision moves. Gives how many mappings changed.
 */
export function setGroupMappings(
  writer: Writer, mappings: readonly GroupMapping[],
): Promise<Result<{ changed: number }>> {
  return writeInstance(writer, async (transaction, instance) => {
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
    return success({ changed: changed.length })
  })
}

function same(one: GroupMapping, other: GroupMapping): boolean {
  return one.group === other.group && one.role === other.role && one.teamKey === other.teamKey
}
