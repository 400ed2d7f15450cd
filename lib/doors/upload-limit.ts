import { environment } from '@/lib/platform/env'

/** Size of the largest file that is taken, in bytes, for the pages that offer to upload one. */
export function uploadLimitBytes(): number {
  return environment().UPLOAD_MAX_BYTES
}
