import { z } from 'zod'

/** A signed checkpoint of the audit trail, as it is kept. */
export const SignedCheckpoint = z.object({ body: z.string(), signature: z.base64() })
