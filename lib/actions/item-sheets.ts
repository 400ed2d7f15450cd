import { bodyDoor, fileDoor, formBodyDoor } from '@/lib/doors/route'
import { applySheet as apply } from '@/lib/operations/apply-sheet'
import { exportItems as exportList } from '@/lib/operations/export-items'
import { previewSheet as preview } from '@/lib/operations/preview-sheet'
import { AppliedSheet } from '@/lib/schemas/item-changes'

// No server actions: each is the handler of a route.

const limit = { limit: 60, windowSeconds: 600 }

export const exportItems = fileDoor({ permission: 'assessment.read', run: exportList })
export const previewSheet = bodyDoor({ permission: 'item.plan', limit, mostMegabytes: 5, run: preview })
// The same file, and a version for each item.
export const applySheet = formBodyDoor({ permission: 'item.plan', limit, mostMegabytes: 6, input: AppliedSheet, run: apply })
