import { z } from 'zod'
import { isLocalDate, isTimeZone } from '@/lib/domain/dates'
import { isSlug } from '@/lib/domain/slug'

// Messages of input schemas are codes, which the interface words as `field.<code>`.

/** Text that somebody typed: trimmed, well-formed, and without NUL, which Postgres cannot store. */
export const text = (maximum: number) =>
  z.string('required').trim().min(1, 'required').max(maximum, 'too_long').refine(isStorable, 'control_character')

/** An address of the web, as it was typed. */
export const link = z.url({ protocol: /^https?$/, error: 'not_a_link' }).max(2000, 'too_long').refine(isStorable, 'control_character')

// Dates are counted on from, and Postgres knows no year 0: nobody plans at either end of what can be written.
const [earliest, latest] = ['1900-01-01', '2999-12-31']

export const localDate = z.string('required').refine(date => isLocalDate(date) && date >= earliest && date <= latest, 'not_a_day').meta({ format: 'date' })

export const id = z.uuid('unknown')

/** The slug of an assessment. */
export const slug = z.string('required').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown').max(80, 'unknown')

/** The slug of an assessment that is to be made. */
export const newSlug = z.string('required').trim().min(1, 'required').refine(isSlug, 'not_a_slug')

/** A text that people wrote in both languages. */
export const bilingual = (maximum: number) => z.strictObject({ es: text(maximum), en: text(maximum) })

export const timeZone = z.string('required').refine(isTimeZone, 'unknown')

/** The key of a team. */
export const key = z.string('required').trim().min(1, 'required').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_key').max(60, 'too_long')

/** The code of an item or task. */
export const code = z.string('required').regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/, 'unknown').max(40, 'unknown')

/** The version that the form was filled in at. */
export const version = z.int('required').min(1, 'unknown').max(2_147_483_647, 'unknown')

function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0')
}
