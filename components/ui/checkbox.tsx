import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { fieldAria, FieldError, type FieldTexts } from './field'

export interface CheckboxProps extends FieldTexts, Omit<ComponentProps<'input'>, 'children' | 'type'> {
  name: string
}

/** Yes or no, with its label beside it; the label is part of the target. */
export function Checkbox({ label, hint, error, id, className, ...rest }: CheckboxProps) {
  const fieldId = id ?? rest.name
  return (
    <div className={error ? 'border-l-4 border-danger pl-3' : undefined}>
      {error && <FieldError id={fieldId}>{error}</FieldError>}
      <div className="flex min-h-9 items-start gap-3 py-1.5">
        <input
          {...rest} {...fieldAria(fieldId, { hint, error })} id={fieldId} type="checkbox"
          className={clsx('mt-0.5 size-5 shrink-0 accent-accent', className)}
        />
        <div>
          <label htmlFor={fieldId} className="block">{label}</label>
          {hint && <p id={`${fieldId}-hint`} className="max-w-reading text-small text-muted">{hint}</p>}
        </div>
      </div>
    </div>
  )
}
