import clsx from 'clsx'
import type { ComponentProps } from 'react'
import type { LocalDate } from '@/lib/domain/dates'
import { controlStyle, Field, fieldAria, type FieldTexts } from './field'

export interface DateFieldProps extends FieldTexts, Omit<ComponentProps<'input'>, 'children' | 'type'> {
  name: string
  defaultValue?: LocalDate
  min?: LocalDate
  max?: LocalDate
}

/** A calendar day by the browser's own picker; it sends `YYYY-MM-DD`. */
export function DateField({ label, hint, error, id, className, ...rest }: DateFieldProps) {
  const fieldId = id ?? rest.name
  return (
    <Field id={fieldId} label={label} hint={hint} error={error}>
      <input
        {...rest} {...fieldAria(fieldId, { hint, error })} id={fieldId} type="date"
        className={clsx(controlStyle, 'desk:w-44', className)}
      />
    </Field>
  )
}
