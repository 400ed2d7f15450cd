import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { controlStyle, Field, fieldAria, type FieldTexts } from './field'

export interface TextAreaProps extends FieldTexts, Omit<ComponentProps<'textarea'>, 'children'> {
  name: string
}

/** Several lines of text; it grows with what is written where the browser can. */
export function TextArea({ label, hint, error, id, rows = 4, className, ...rest }: TextAreaProps) {
  const fieldId = id ?? rest.name
  return (
    <Field id={fieldId} label={label} hint={hint} error={error}>
      <textarea
        {...rest} {...fieldAria(fieldId, { hint, error })} id={fieldId} rows={rows}
        className={clsx(controlStyle, 'field-sizing-content min-h-24 py-1', className)}
      />
    </Field>
  )
}
