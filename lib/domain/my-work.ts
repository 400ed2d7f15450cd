import { addDays, type LocalDate } from './dates'
import { criticalities, type Criticality, type ProvenStatus } from './items'
import { isOrStandsInFor, type Viewer } from './permissions'
import type { RequirementProof } from './proof'

/** Something that is to be proven, item or task, as its owner meets it. */
export interface Work {
  code: string
  status: ProvenStatus
  requirements: readonly RequirementProof[]
  /** Last day that it stays proven, where it is. */
  expiresOn: LocalDate | null
  dueOn: LocalDate | null
  /** Whether a date of it has passed that still ran, as its own page says. */
  isLate: boolean
  /** Null for a task. */
  criticality: Criticality | null
}

/** Why an item is somebody's: it is assigned to them, or to an absent person whose work they do. */
export type Assigned = 'viewer' | 'absent'

/** Which of the two an item's assignee is to the viewer; null where neither. */
export function assignedOf(viewer: Pick<Viewer, 'userId' | 'standsInFor'>, assigneeId: string | null): Assigned | null {
  if (assigneeId === null || !isOrStandsInFor(viewer, assigneeId)) return null
  return assigneeId === viewer.userId ? 'viewer' : 'absent'
}

/**
 * What an owner is to do next with a piece of work, the most urgent first:
 * `late` – a date of it has passed; `rejected` – what was handed in does not count: rejected, withdrawn, or it fails;
 * `expiring` – it was proven, and is no longer or soon not; `next` – it is owed; `waiting` – everything was handed
 * in and others are to review it.
 */
export const workStates = ['late', 'rejected', 'expiring', 'next', 'waiting'] as const
export type WorkState = (typeof workStates)[number]

/** Days before its proof ends from which work is `expiring`. */
export const expiringDays = 30

/** Where a piece of work stands for its owner; null where nothing is to be done. */
export function workState(work: Work, today: LocalDate): WorkState | null {
  const { status, isLate, expiresOn } = work
  if (status === 'excepted' || status === 'not_applicable' || status === 'proven')
    return expiresOn !== null && expiresOn <= addDays(today, expiringDays) ? 'expiring' : null
  const missing = missingProof(work)
  if (missing.length > 0 && missing.every(({ state }) => state === 'in_review' || state === 'not_yet_effective')) return 'waiting'
  if (isLate) return 'late'
  if (status === 'refuted' || missing.some(({ state }) => state === 'rejected' || state === 'withdrawn' || state === 'failed'))
    return 'rejected'
  return status === 'stale' ? 'expiring' : 'next'
}

/** What is still missing to prove it. */
export function missingProof({ requirements }: Pick<Work, 'requirements'>): RequirementProof[] {
  return requirements.filter(({ state }) => state !== 'met')
}

/** Work by what is to be done with it; in each, by the date that presses, then by weight, then by code. */
export function sortWork<W extends Work>(works: readonly W[], today: LocalDate): Record<WorkState, W[]> {
  const groups: Record<WorkState, W[]> = { late: [], rejected: [], expiring: [], next: [], waiting: [] }
  for (const work of works) {
    const state = workState(work, today)
    if (state !== null) groups[state].push(work)
  }
  for (const state of workStates) groups[state].sort((a, b) => byUrgency(a, b, state))
  return groups
}

function byUrgency(a: Work, b: Work, state: WorkState): number {
  const pressing = (work: Work) => (state === 'expiring' ? work.expiresOn : work.dueOn) ?? 'none'
  const weight = ({ criticality }: Work) => (criticality === null ? criticalities.length : criticalities.indexOf(criticality))
  return compare(pressing(a), pressing(b)) || weight(a) - weight(b) || compare(a.code, b.code)
}

// A date sorts before the word for none.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
