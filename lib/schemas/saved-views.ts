import { z } from 'zod'
import { id, slug, text } from './fields'

export const ListViews = z.strictObject({ assessment: slug })

/** A name and the part of a list's address that it stands for, `?` included; empty for the list as it is without one. */
export const SaveView = z.strictObject({
  assessment: slug,
  name: text(80),
  query: z.string('required').regex(/^(\?[\w%&=+.,~*-]*)?$/, 'invalid').max(2000, 'too_long'),
  /** That a view of that name may be replaced. */
  replace: z.boolean('required'),
})

export const DeleteView = z.strictObject({ assessment: slug, view: id })

export type ListViews = z.infer<typeof ListViews>
export type SaveView = z.infer<typeof SaveView>
export type DeleteView = z.infer<typeof DeleteView>
