import { z } from 'zod'
import { code, id, slug, text } from './fields'

/** A remark on an item; people are named in it as `@[id]`. */
export const AddComment = z.strictObject({ assessment: slug, item: code, body: text(5000) })

export const RemoveComment = z.strictObject({ assessment: slug, comment: id })

/** Whether the viewer wants to hear of an item. */
export const WatchItem = z.strictObject({ assessment: slug, item: code, watch: z.boolean('required') })

export type AddComment = z.infer<typeof AddComment>
export type RemoveComment = z.infer<typeof RemoveComment>
export type WatchItem = z.infer<typeof WatchItem>
