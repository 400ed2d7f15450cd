import { z } from 'zod'
import { bilingual, localDate, newSlug, slug, text, timeZone } from './fields'

/** What every assessment has of its own, whatever it asks for. */
const identity = {
  title: bilingual(200),
  summary: bilingual(2000),
  /** T0: relative targets count from it. */
  startedOn: localDate,
  goLiveOn: localDate,
  timeZone,
}

/** A new assessment that asks for what another one asks for. */
export const CreateAssessment = z.strictObject({ template: slug, slug: newSlug, ...identity })
  .superRefine(goesLiveAfterStart)

/** The settings of an assessment, all of them, as the form showed them at `revision`. */
export const ConfigureAssessment = z.strictObject({
  assessment: slug,
  revision: z.int('required').min(0, 'unknown').max(2_147_483_647, 'unknown'),
  ...identity,
  /** ISO week days, 1 is Monday. */
  workingDays: z.array(z.int('unknown').min(1, 'unknown').max(7, 'unknown')).min(1, 'no_day').max(7, 'unknown'),
  holidays: z.array(z.strictObject({ date: localDate, name: bilingual(200) })).max(400, 'too_many'),
  /** Whether due dates that nobody agreed with the board, and dates of open tasks, move as far as T0 does. */
  moveDates: z.boolean('required'),
  /** Demanded where T0 or the go-live date moves. */
  reason: text(2000).nullable(),
}).superRefine(goesLiveAfterStart)

function goesLiveAfterStart(input: { startedOn: string; goLiveOn: string }, context: z.RefinementCtx): void {
  if (input.goLiveOn < input.startedOn)
    context.addIssue({ code: 'custom', path: ['goLiveOn'], message: 'go_live_before_start' })
}

export type CreateAssessment = z.infer<typeof CreateAssessment>
export type ConfigureAssessment = z.infer<typeof ConfigureAssessment>
