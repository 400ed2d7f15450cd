import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { controlStyle, Field, fieldAria, type FieldTexts } from './field'

export interface TextFieldProps extends FieldTexts, Omit<ComponentProps<'input'>, 'children'> {
  name: string
  type?: 'text' | 'email' | 'url' | 'search' | 'number' | 'password' | 'file'
}

/** One line of text, or a file. Its id is its name unless given, so that an error summary finds it. */
export function TextField({ label, hint, error, id, type = 'text', className, ...rest }: TextFieldProps) {
  const fieldId = id ?? rest.name
  return (
    <Field id={fieldId} label={label} hint={hint} error={error}>
      <input
        {...rest} {...fieldAria(fieldId, { hint, error })} id={fieldId} type={type}
        className={clsx(
          controlStyle,
          type === 'file' && 'py-1 pl-1 file:mr-3 file:h-7 file:rounded-sm file:bg-sunken file:px-3 file:text-ink',
          className,
        )}
      />
    </Field>
  )
}
