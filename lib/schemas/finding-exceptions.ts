import { z } from 'zod'
import { code, id, localDate, slug, text } from './fields'

/** A request to set aside what a check finds of an item, until a last day. */
export const RequestFindingException = z.strictObject({
  assessment: slug, item: code, check: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/).max(100), reason: text(2000), until: localDate,
})

export const DecideFindingException = z.strictObject({ assessment: slug, exception: id, approve: z.boolean('required') })

export type RequestFindingException = z.infer<typeof RequestFindingException>
export type DecideFindingException = z.infer<typeof DecideFindingException>
