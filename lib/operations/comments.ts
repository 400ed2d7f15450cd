import { createHash } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { mentionedIn } from '@/lib/domain/comments'
import { hasPermission, type Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import type { AddComment, RemoveComment, WatchItem } from '@/lib/schemas/comments'
import { writerOf } from './chained-events'
import { writeAssessment } from './write'

/**
 * Adds a remark to an item. Its event holds a hash of the words and the ids of those whom it names, never the
 * words. Somebody whom nobody knows cannot be named.
 */
export function addComment(viewer: Viewer, input: AddComment, now: Date): Promise<Result<{ commentId: string }>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    if (!hasPermission(viewer, 'item.comment')) return failure('role')
    const item = await findItem(transaction, assessment.id, input.item)
    if (!item) return failure('not_found')
    const { body } = input
    const mentions = mentionedIn(body)
    const known = mentions.length === 0 ? 0 : await transaction.user.count({ where: { id: { in: mentions } } })
    if (known !== mentions.length) return failure('invalid_input', { fields: { body: 'unknown_person' } })

    const comment = await transaction.comment.create({
      data: { itemId: item.id, authorId: viewer.userId, body, mentions, createdAt: now },
    })
    assessment.record({
      verb: 'item.commented', subject: { type: 'item', id: item.id }, before: null,
      after: {
        code: item.code, comment: comment.id, mentions, bodySha256: createHash('sha256').update(body).digest('hex'),
      },
    })
    return success({ commentId: comment.id })
  })
}

/** An author takes the words back: they are erased, and that there were some stays. Twice changes nothing more. */
export function removeComment(viewer: Viewer, input: RemoveComment, now: Date): Promise<Result<null>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    if (!hasPermission(viewer, 'item.comment')) return failure('role')
    const comment = await transaction.comment.findFirst({
      where: { id: input.comment, item: { assessmentId: assessment.id } },
      include: { item: { select: { id: true, code: true } } },
    })
    if (!comment) return failure('not_found')
    if (comment.authorId !== viewer.userId) return failure('not_author')
    if (comment.removedAt) return success(null)

    await transaction.comment.update({
      where: { id: comment.id }, data: { body: '', mentions: [], removedAt: now },
    })
    assessment.record({
      verb: 'item.commentRemoved', subject: { type: 'item', id: comment.item.id },
      before: null, after: { code: comment.item.code, comment: comment.id },
    })
    return success(null)
  })
}

/** Starts or ends hearing of an item. What the viewer's own pages show depends on it, so it is a revision too. */
export function watchItem(viewer: Viewer, input: WatchItem, now: Date): Promise<Result<null>> {
  return writeAssessment(input.assessment, writerOf(viewer, now), async (transaction, assessment) => {
    if (!hasPermission(viewer, 'item.comment')) return failure('role')
    const item = await findItem(transaction, assessment.id, input.item)
    if (!item) return failure('not_found')
    const watch = { userId: viewer.userId, itemId: item.id }
    const { count } = input.watch
      ? await transaction.watch.createMany({ data: { ...watch, createdAt: now }, skipDuplicates: true })
      : await transaction.watch.deleteMany({ where: watch })
    if (count > 0)
      assessment.record({
        verb: input.watch ? 'item.watched' : 'item.unwatched', subject: { type: 'item', id: item.id },
        before: null, after: { code: item.code },
      })
    return success(null)
  })
}

function findItem(transaction: Transaction, assessmentId: string, code: string) {
  return transaction.item.findUnique({
    where: { assessmentId_code: { assessmentId, code } }, select: { id: true, code: true },
  })
}
