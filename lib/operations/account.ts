import { failure, success, type Result } from '@/lib/domain/result'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { SetLanguage } from '@/lib/schemas/account'
import { writerOf } from './chained-events'
import { writeInstance } from './write'

/** Sets the language in which the viewer reads. Stored pages are kept by language, so no revision moves. */
export function setLanguage(viewer: SignedInViewer, { language }: SetLanguage, now: Date): Promise<Result<null>> {
  return writeInstance(writerOf(viewer, now), async (transaction, instance) => {
    const before = await transaction.user.findUnique({ where: { id: viewer.userId }, select: { language: true } })
    if (!before) return failure('not_found')
    if (before.language === language) return success(null)
    await transaction.user.update({ where: { id: viewer.userId }, data: { language } })
    const subject = { type: 'person', id: viewer.userId }
    instance.record({ verb: 'person.languageSet', subject, before, after: { language } }, false)
    return success(null)
  })
}
