import type { Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { CreateTeam, DeleteTeam, RenameTeam } from '@/lib/schemas/administration'
import { administer } from './administer'
import { renewStandings } from './standing'

/** Makes a team; whose groups are already mapped to it belong to it at once. */
export function createTeam(viewer: Viewer, team: CreateTeam, now: Date): Promise<Result<null>> {
  return administer(viewer, 'team.edit', now, async (transaction, instance) => {
    if (await transaction.team.findUnique({ where: { key: team.key } }))
      return failure('invalid_input', { fields: { key: 'taken' } })
    await transaction.team.create({ data: team })
    instance.record({ verb: 'team.added', subject: subject(team.key), before: null, after: team }, true)
    await renewStandings(transaction, instance, now)
    return success(null)
  })
}

/** Gives a team another name; its key, which files and events use, stays. */
export function renameTeam(viewer: Viewer, { key, name }: RenameTeam, now: Date): Promise<Result<null>> {
  return administer(viewer, 'team.edit', now, async (transaction, instance) => {
    const before = await transaction.team.findUnique({ where: { key } })
    if (!before) return failure('not_found')
    const { es, en } = before.name as { es: string; en: string }
    if (es === name.es && en === name.en) return success(null)
    await transaction.team.update({ where: { key }, data: { name } })
    instance.record({ verb: 'team.renamed', subject: subject(key), before: { name: before.name }, after: { name } }, true)
    return success(null)
  })
}

/** Deletes a team that owns nothing and that no group leads to; fails with `team_in_use` for others. */
export function deleteTeam(viewer: Viewer, { key }: DeleteTeam, now: Date): Promise<Result<null>> {
  return administer(viewer, 'team.edit', now, async (transaction, instance) => {
    const team = await transaction.team.findUnique({
      where: { key }, include: { _count: { select: { items: true, tasks: true, users: true } } },
    })
    if (!team) return failure('not_found')
    const { items, tasks, users } = team._count
    const groups = await transaction.groupMapping.count({ where: { teamKey: key } })
    if (items + tasks + users + groups > 0) return failure('team_in_use')
    await transaction.team.delete({ where: { key } })
    instance.record({ verb: 'team.deleted', subject: subject(key), before: { key, name: team.name }, after: null }, true)
    return success(null)
  })
}

const subject = (key: string) => ({ type: 'team', id: key })
