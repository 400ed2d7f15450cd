import { z } from 'zod'
import { declaredStatuses } from '@/lib/domain/items'
import { code, id, localDate, slug, text, version } from './fields'

/** What many items at once can be declared as: that one does not apply is claimed one at a time, with its reason. */
export const bulkStatuses = declaredStatuses.filter(status => status !== 'not_applicable')

/** As many items as one write changes: it holds the assessment's lock while it lasts. */
export const mostChanges = 5000

/** What shall be different about one item; what is absent stays. */
export const ItemChange = z.strictObject({
  item: code,
  version,
  status: z.enum(bulkStatuses, 'unknown').optional(),
  /** All teams that own it afterwards. */
  ownerTeams: z.array(z.string().min(1).max(80), 'required').min(1, 'required').max(20, 'too_many').optional(),
  assigneeId: id.nullable().optional(),
  dueOn: localDate.nullable().optional(),
  /** Why the due date moves. */
  reason: text(2000).optional(),
})

/** Changes of many items, each once. */
export const ChangeItems = z.strictObject({
  assessment: slug,
  changes: z.array(ItemChange, 'required').min(1, 'required').max(mostChanges, 'too_many'),
}).refine(({ changes }) => new Set(changes.map(({ item }) => item)).size === changes.length, { path: ['changes'], message: 'twice' })

export type ItemChange = z.infer<typeof ItemChange>
export type ChangeItems = z.infer<typeof ChangeItems>

/** A spreadsheet that is to be applied, and at which version each item was that it was shown to change. */
export const AppliedSheet = z.object({
  sheet: z.file('required'),
  seen: z.preprocess(parseJson, z.record(code, version, 'required')),
})

export type AppliedSheet = z.infer<typeof AppliedSheet>

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}
