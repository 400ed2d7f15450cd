'use client'

import { useEffect, useRef, type ReactNode } from 'react'

export interface FieldComplaint {
  /** Id of the field, which is its name unless it was given another; absent where no one field is to blame. */
  field?: string
  message: string
}

interface ErrorSummaryProps {
  title: string
  errors: readonly FieldComplaint[]
  /** What was kept and what to do now. */
  children?: ReactNode
}

/** Everything that is wrong with a form, each leading to its field. Takes the focus whenever the errors change. */
export function ErrorSummary({ title, errors, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [errors])
  return (
    <div
      ref={box} role="alert" tabIndex={-1}
      className="max-w-reading rounded-sm border-2 border-danger bg-raised p-4 focus:outline-3 focus:outline-offset-2"
    >
      <h2 className="text-large">{title}</h2>
      {children}
      <ul className="mt-2 space-y-1">
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`} className="font-medium text-danger">
            {field ? <a href={`#${field}`} onClick={focusField} className="text-danger hover:text-danger">{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  )
}

// The address alone would scroll to the field without putting the cursor into it.
function focusField(event: React.MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1))
  if (!field) return
  event.preventDefault()
  field.focus()
}
