import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { controlStyle, Field, fieldAria, type FieldTexts } from './field'

export interface SelectFieldProps extends FieldTexts, Omit<ComponentProps<'select'>, 'children'> {
  name: string
  options: readonly { value: string; label: string }[]
  /** Words of the empty choice; without them there is none. */
  emptyOption?: string
}

/** One choice of several, by the browser's own list. */
export function SelectField({ label, hint, error, id, options, emptyOption, className, ...rest }: SelectFieldProps) {
  const fieldId = id ?? rest.name
  return (
    <Field id={fieldId} label={label} hint={hint} error={error}>
      <select
        {...rest} {...fieldAria(fieldId, { hint, error })} id={fieldId}
        className={clsx(controlStyle, 'desk:w-auto desk:min-w-60', className)}
      >
        {emptyOption !== undefined && <option value="">{emptyOption}</option>}
        {options.map(option => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Field>
  )
}
