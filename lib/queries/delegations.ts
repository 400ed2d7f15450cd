import { db } from '@/lib/db/client'
import { hasPermission, type Viewer } from '@/lib/domain/permissions'

/** Who does whose work, from when until when. */
export interface Delegation {
  id: string
  absentId: string
  delegateId: string
  startsAt: Date
  endsAt: Date
  reason: string | null
  /** When it was ended before its time. */
  endedAt: Date | null
}

/** Delegations, the latest first: those that run or will, and the last `limit` that are over. */
export async function listDelegations(
  viewer: Viewer, now: Date, limit: number,
): Promise<{ current: Delegation[]; over: Delegation[] }> {
  if (!hasPermission(viewer, 'administration.read')) return { current: [], over: [] }
  const [current, over] = await Promise.all([
    db().delegation.findMany({ where: lasts(now), orderBy: { startsAt: 'desc' } }),
    db().delegation.findMany({
      where: { OR: [{ endsAt: { lte: now } }, { endedAt: { not: null } }] }, orderBy: { startsAt: 'desc' }, take: limit,
    }),
  ])
  return { current, over }
}

/** Those that the viewer takes part in and that run now or will. */
export async function listOwnDelegations(viewer: Viewer, now: Date): Promise<Delegation[]> {
  const { userId } = viewer
  return db().delegation.findMany({
    where: { ...lasts(now), OR: [{ absentId: userId }, { delegateId: userId }] }, orderBy: { startsAt: 'asc' },
  })
}

function lasts(now: Date) {
  return { endsAt: { gt: now }, endedAt: null }
}
