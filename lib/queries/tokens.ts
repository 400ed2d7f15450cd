import { db } from '@/lib/db/client'
import { hasPermission, type Viewer } from '@/lib/domain/permissions'
import type { TokenScope } from '@/lib/domain/tokens'

/** A token that holds, as its person and administrators see it: its secret is nobody's to read. */
export interface HeldToken {
  id: string
  name: string
  scopes: readonly TokenScope[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

/** The tokens of a person that hold, newest first: one's own, or anybody's for those who read the administration. */
export async function listTokens(viewer: Viewer, userId: string, now: Date): Promise<HeldToken[]> {
  if (userId !== viewer.userId && !hasPermission(viewer, 'administration.read')) return []
  return db().token.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } }, orderBy: { createdAt: 'desc' },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true },
  })
}
