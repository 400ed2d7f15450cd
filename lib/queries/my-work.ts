import type { LocalDate } from '@/lib/domain/dates'
import { isLate as isItemLate } from '@/lib/domain/item-list'
import type { Bilingual } from '@/lib/domain/language'
import { assignedOf, type Assigned, type Work } from '@/lib/domain/my-work'
import type { Viewer } from '@/lib/domain/permissions'
import { isLate as isTaskLate, proveTask, runningDates } from '@/lib/domain/roadmap'
import type { RequirementRow } from './snapshot'
import type { Judged } from './verdict'

/** A piece of work with what its owner reads of it. */
export interface OwnedWork extends Work {
  kind: 'item' | 'task'
  title: Bilingual
  /** Day on which a task should begin, until somebody says that it did; null of an item. */
  startOn: LocalDate | null
  /** Whom it is assigned to: the viewer, somebody absent whom they stand in for, or nobody of these. */
  assignedTo: Assigned | null
  /** Codes of the refuted controls that support it. */
  refutedBy: readonly string[]
  asked: readonly RequirementRow[]
}

/** The items and tasks of the viewer's teams, and the items assigned to them or to whom they stand in for. */
export function ownedWork({ snapshot, verdict }: Judged, viewer: Viewer, today: LocalDate): OwnedWork[] {
  const isTeams = (ownerTeams: readonly string[]) => ownerTeams.some(team => viewer.teams.includes(team))
  const items = snapshot.items.flatMap((item): OwnedWork[] => {
    const proof = verdict.items.get(item.code)
    const assignedTo = assignedOf(viewer, item.assigneeId)
    if (!proof || !(assignedTo || isTeams(item.ownerTeams))) return []
    const { code, dueOn, criticality, requirement: title, requirements: asked } = item
    const isLate = isItemLate({ proven: proof.status, dueOn }, today)
    return [{ ...proof, kind: 'item', code, startOn: null, dueOn, isLate, criticality, title, assignedTo, asked }]
  })
  const tasks = snapshot.tasks.filter(task => isTeams(task.ownerTeams)).map((task): OwnedWork => {
    const proof = proveTask(task, today)
    const { code, dueOn, title, requirements: asked } = task
    const ends = proof.requirements.flatMap(({ expiresOn }) => expiresOn ?? []).sort()
    const expiresOn = proof.status === 'proven' ? ends[0] ?? null : null
    const { startOn } = runningDates(task, proof.status)
    const isLate = isTaskLate(task, proof.status, today)
    return { ...proof, kind: 'task', code, startOn, dueOn, isLate, criticality: null, title, assignedTo: null, refutedBy: [], asked, expiresOn }
  })
  return [...items, ...tasks]
}
