import { z } from 'zod'
import { isLocalDate } from '@/lib/domain/dates'

// Messages of input schemas are codes, which the interface words as `field.<code>`.

/** Text that somebody typed: trimmed, well-formed, and without NUL, which Postgres cannot store. */
export const text = (maximum: number) =>
  z.string('required').trim().min(1, 'required').max(maximum, 'too_long').refine(isStorable, 'control_character')

export const localDate = z.string('required').refine(isLocalDate, 'not_a_day')

export const id = z.uuid('unknown')

/** The slug of an assessment. */
export const slug = z.string('required').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown').max(80, 'unknown')

/** The code of an item or task. */
export const code = z.string('required').regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/, 'unknown').max(40, 'unknown')

/** The version that the form was filled in at. */
export const version = z.int('required').min(1, 'unknown').max(2_147_483_647, 'unknown')

function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0')
}
