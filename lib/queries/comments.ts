import { connections, db } from '@/lib/db/client'
import type { Bilingual } from '@/lib/domain/language'
import { hasPermission } from '@/lib/domain/permissions'
import type { Assessment } from './assessments'
import type { SignedInViewer } from './viewer'

/** A remark as its item's page shows it; of one that was taken back only that it was there. People are ids. */
export interface ShownComment {
  id: string
  authorId: string
  body: string
  createdAt: Date
  removedAt: Date | null
}

/** The comments of an item, newest first: `limit` of them. */
export function listComments(assessment: Assessment, itemId: string, limit: number): Promise<ShownComment[]> {
  return db().comment.findMany({
    where: { itemId, item: { assessmentId: assessment.id } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit,
    select: { id: true, authorId: true, body: true, createdAt: true, removedAt: true },
  })
}

/** How many comments an item has that were not taken back. */
export function countComments(assessment: Assessment, itemId: string): Promise<number> {
  return db().comment.count({ where: { itemId, item: { assessmentId: assessment.id }, removedAt: null } })
}

/** Why somebody hears of an item; null where they do not. Who is assigned it or spoke of it need not watch it. */
export type Following = 'assigned' | 'commented' | 'watched' | null

export async function getFollowing(viewer: SignedInViewer, itemId: string): Promise<Following> {
  const { rows: [found] } = await connections().pool.query<{ assigned: boolean; commented: boolean; watched: boolean }>({
    name: 'following',
    text: `
      SELECT i."assigneeId" IS NOT DISTINCT FROM $2 AS assigned,
             EXISTS (SELECT FROM "Comment" c WHERE c."itemId" = i.id AND c."authorId" = $2 AND c."removedAt" IS NULL) AS commented,
             EXISTS (SELECT FROM "Watch" w WHERE w."itemId" = i.id AND w."userId" = $2) AS watched
      FROM "Item" i WHERE i.id = $1`,
    values: [itemId, viewer.userId],
  })
  if (found?.assigned) return 'assigned'
  if (found?.commented) return 'commented'
  return found?.watched ? 'watched' : null
}

/** A comment that names the viewer or whom they stand in for, with the item that it is on. */
export interface Mention extends ShownComment {
  item: { code: string; requirement: Bilingual }
  /** Ids of everybody whom it names. */
  mentioned: string[]
}

/** Who named the viewer, or whom they stand in for, in an assessment since a moment, newest first: `limit` of them. */
export async function listMentions(
  viewer: SignedInViewer, assessment: Assessment, since: Date, limit: number,
): Promise<Mention[]> {
  const rows = await db().comment.findMany({
    where: {
      mentions: { hasSome: [viewer.userId, ...viewer.standsInFor] }, removedAt: null, createdAt: { gte: since }, item: { assessmentId: assessment.id },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit,
    include: { item: { select: { code: true, requirement: true } } },
  })
  return rows.map(({ item, mentions, ...row }) => ({
    ...row, mentioned: mentions, item: { code: item.code, requirement: item.requirement as unknown as Bilingual },
  }))
}

/** Ids of the items of an assessment that the viewer hears of. */
export async function listFollowedItems(viewer: SignedInViewer, assessment: Assessment): Promise<string[]> {
  if (!hasPermission(viewer, 'assessment.read')) return []
  const { userId } = viewer
  const rows = await db().item.findMany({
    where: {
      assessmentId: assessment.id,
      OR: [
        { assigneeId: userId },
        { comments: { some: { authorId: userId, removedAt: null } } },
        { watches: { some: { userId } } },
      ],
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
