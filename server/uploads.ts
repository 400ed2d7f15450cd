import { uploadDoor } from '@/lib/doors/upload'
import { receiveUpload } from '@/lib/operations/uploads'
import { ownOrigin } from '@/lib/platform/env'

/** `POST /api/uploads`: takes one file in. */
export const upload = uploadDoor({
  permission: 'evidence.submit',
  origin: ownOrigin,
  limits: {
    account: { limit: 200, windowSeconds: 600 },
    address: { limit: 1000, windowSeconds: 600 },
  },
  run: receiveUpload,
})
