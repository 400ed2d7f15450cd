import type { ReactNode } from 'react'

export interface FieldTexts {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong with what was entered, in the reader's words. */
  error?: ReactNode
}

/** The frame of a form field: label, hint, error, in this order above the control. */
export function Field({ id, label, hint, error, children }: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className={error ? 'border-l-4 border-danger pl-3' : undefined}>
      <label htmlFor={id} className="block font-medium">{label}</label>
      {hint && <p id={`${id}-hint`} className="max-w-reading text-small text-muted">{hint}</p>}
      {error && <FieldError id={id}>{error}</FieldError>}
      <div className="mt-1">{children}</div>
    </div>
  )
}

/** The complaint about one field, in the same words as the error summary. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="font-medium text-danger">
      <span className="sr-only">Error: </span>
      {children}
    </p>
  )
}

/** Ties a control to its hint and its error. */
export function fieldAria(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined }
}

export const controlStyle =
  'w-full max-w-reading rounded-sm border border-edge bg-raised px-3 min-h-9 text-body text-ink hover:border-ink ' +
  'aria-invalid:border-2 aria-invalid:border-danger'
