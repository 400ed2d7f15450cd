import { z } from 'zod'
import { declaredStatuses } from '@/lib/domain/items'
import { code, id, localDate, slug, text, version } from './fields'

const subject = { assessment: slug, item: code, version }

/** A declared status. `not_applicable` needs a reason and the last day that it shall hold. */
export const ChangeStatus = z.strictObject({
  ...subject,
  status: z.enum(declaredStatuses, 'unknown'),
  notApplicable: z.strictObject({ reason: text(2000), until: localDate }).optional(),
}).superRefine((input, context) => {
  if (input.status === 'not_applicable' && !input.notApplicable)
    context.addIssue({ code: 'custom', path: ['notApplicable', 'reason'], message: 'required' })
})

/** Who does an item, who may review it beside the reviewers by role, and by when; a moved date has a reason. */
export const PlanItem = z.strictObject({
  ...subject,
  assigneeId: id.nullable(),
  reviewerId: id.nullable(),
  dueOn: localDate.nullable(),
  reason: text(2000).optional(),
})

export const DecideNotApplicable = z.strictObject({ assessment: slug, claim: id, approve: z.boolean('required') })

export type ChangeStatus = z.infer<typeof ChangeStatus>
export type PlanItem = z.infer<typeof PlanItem>
export type DecideNotApplicable = z.infer<typeof DecideNotApplicable>
