import { z } from 'zod'
import { id, link, localDate, slug, text } from './fields'

/** Where a piece of evidence speaks of: the running thing and its environment. */
const scope = {
  service: text(80).nullable(),
  environment: text(80).nullable(),
}

/**
 * Evidence for a requirement: files that have arrived, or a link, never both. With `evidence` it is a new
 * revision of that one, otherwise a new evidence.
 */
export const SubmitEvidence = z.strictObject({
  assessment: slug,
  requirement: id,
  evidence: id.optional(),
  effectiveOn: localDate,
  note: text(4000).nullable(),
  ...scope,
  uploads: z.array(id).max(20, 'too_many'),
  link: link.nullable(),
}).superRefine((input, context) => {
  if (input.uploads.length === 0 && input.link === null)
    context.addIssue({ code: 'custom', path: ['uploads'], message: 'file_or_link' })
  if (input.uploads.length > 0 && input.link !== null)
    context.addIssue({ code: 'custom', path: ['link'], message: 'file_or_link' })
  if (new Set(input.uploads).size !== input.uploads.length)
    context.addIssue({ code: 'custom', path: ['uploads'], message: 'twice' })
})

/** A review: acceptance, or a rejection or withdrawal with its reason. */
export const AcceptEvidence = z.strictObject({ assessment: slug, revision: id, reason: text(4000).nullable() })
export const RejectEvidence = z.strictObject({ assessment: slug, revision: id, reason: text(4000) })
export const WithdrawEvidence = RejectEvidence

export type SubmitEvidence = z.infer<typeof SubmitEvidence>
export type AcceptEvidence = z.infer<typeof AcceptEvidence>
export type RejectEvidence = z.infer<typeof RejectEvidence>
export type WithdrawEvidence = z.infer<typeof WithdrawEvidence>
