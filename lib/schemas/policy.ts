import { z } from 'zod'
import { code, id, slug, text, version } from './fields'

const codes = z.array(code).max(500, 'too_many')
const number = (minimum: number, maximum: number) =>
  z.int('not_a_number').min(minimum, 'out_of_range').max(maximum, 'out_of_range')

/** A policy as it shall be, and why. */
export const ProposePolicy = z.strictObject({
  assessment: slug,
  /** The version that the proposer saw. */
  baseVersion: version,
  gates: codes.min(1, 'no_item'),
  critical: codes,
  closeWithinDays: number(1, 365),
  horizonDays: number(1, 3650),
  decisionDays: number(1, 365),
  extensions: number(0, 12),
  reason: text(2000),
}).superRefine((input, context) => {
  const named = [...input.gates, ...input.critical]
  if (new Set(named).size < named.length)
    context.addIssue({ code: 'custom', path: ['critical'], message: 'item_twice' })
})

/** The ruling of a second administrator; a refusal says why. */
export const DecidePolicy = z.strictObject({
  assessment: slug, proposal: id, approve: z.boolean('required'), reason: text(2000).nullable(),
}).superRefine((input, context) => {
  if (!input.approve && input.reason === null)
    context.addIssue({ code: 'custom', path: ['reason'], message: 'required' })
})

export const WithdrawPolicy = z.strictObject({ assessment: slug, proposal: id })

export type ProposePolicy = z.infer<typeof ProposePolicy>
export type DecidePolicy = z.infer<typeof DecidePolicy>
export type WithdrawPolicy = z.infer<typeof WithdrawPolicy>
