import { z } from 'zod'
import { longestTokenDays, tokenScopes } from '@/lib/domain/tokens'
import { id, text } from './fields'

/** A token by the name that the audit trail will show, for what it may be used, and the days until it ends. */
export const CreateToken = z.strictObject({
  name: text(80),
  scopes: z.array(z.enum(tokenScopes, 'unknown')).min(1, 'no_scope').max(tokenScopes.length, 'unknown'),
  days: z.int('not_a_number').min(1, 'out_of_range').max(longestTokenDays, 'out_of_range'),
})

export const RevokeToken = z.strictObject({ token: id })

export type CreateToken = z.infer<typeof CreateToken>
export type RevokeToken = z.infer<typeof RevokeToken>
