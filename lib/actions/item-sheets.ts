import { bodyDoor, fileDoor } from '@/lib/doors/route'
import { exportItems as exportList } from '@/lib/operations/export-items'
import { previewSheet as preview } from '@/lib/operations/preview-sheet'

// No server actions: each is the handler of a route.

export const exportItems = fileDoor({ permission: 'assessment.read', run: exportList })
export const previewSheet = bodyDoor({ permission: 'item.plan', limit: { limit: 60, windowSeconds: 600 }, mostMegabytes: 5, run: preview })
