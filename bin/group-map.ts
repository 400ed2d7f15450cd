import { parseArgs } from 'node:util'
import { roles, type Role } from '@/lib/domain/permissions'
import { setGroupMappings } from '@/lib/operations/group-mappings'
import { withDatabase } from './database'
import { UsageError } from './usage'

/** `dictamen group-map <group> [--role R] [--team T]`: what members of a provider's group are here. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals: [group, ...rest] } = parseArgs({
    args, allowPositionals: true, options: { role: { type: 'string' }, team: { type: 'string' } },
  })
  if (group === undefined || rest.length > 0) throw new UsageError('group-map takes one group')
  if (values.role === undefined && values.team === undefined) throw new UsageError('group-map needs --role, --team or both')
  if (values.role !== undefined && !isRole(values.role)) throw new UsageError(`--role is one of ${roles.join(', ')}`)
  const mapping = { group, role: values.role ?? null, teamKey: values.team ?? null }
  const result = await withDatabase(() => setGroupMappings({ actorId: null, now: new Date() }, [mapping]))
  if (!result.ok) throw new Error(`nothing changed: ${result.failure.code}`)
  process.stdout.write(`${group}: ${[values.role, values.team].filter(Boolean).join(', ')}\n`)
  return 0
}

function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value)
}
