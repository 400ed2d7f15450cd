import { z } from 'zod'
import { code, localDate, slug, text, version } from './fields'

export const taskStates = ['not_started', 'in_progress', 'done'] as const

/** A task's state and dates; a moved date keeps its reason. */
export const UpdateTask = z.strictObject({
  assessment: slug,
  task: code,
  version,
  state: z.enum(taskStates, 'unknown'),
  startOn: localDate.nullable(),
  dueOn: localDate.nullable(),
  reason: text(2000).optional(),
}).superRefine((input, context) => {
  if (input.startOn && input.dueOn && input.dueOn < input.startOn)
    context.addIssue({ code: 'custom', path: ['dueOn'], message: 'before_start' })
})

export type UpdateTask = z.infer<typeof UpdateTask>
