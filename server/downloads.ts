import { downloadDoor } from '@/lib/doors/download'
import { failure, success } from '@/lib/domain/result'
import { storage } from '@/lib/platform/storage'
import { verifiedRead } from '@/lib/platform/verified-read'
import { getFile } from '@/lib/queries/files'

/** `GET /api/files/SLUG/ID`: gives a file of evidence out, once it is known to be what was stored. */
export const download = downloadDoor({
  permission: 'evidence.read',
  run: async (viewer, { assessmentSlug, fileId }) => {
    const file = await getFile(viewer, assessmentSlug, fileId)
    if (!file) return failure('not_found')
    const opened = await verifiedRead(storage(), file)
    return opened.ok ? success({ ...file, open: opened.value }) : opened
  },
})
