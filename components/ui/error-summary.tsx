'use client'

import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'

export interface FieldComplaint {
  /** Name or id of the field; absent where no one field is to blame. */
  field?: string
  message: string
}

interface ErrorSummaryProps {
  title: string
  errors: readonly FieldComplaint[]
  /** What was kept and what to do now. */
  children?: ReactNode
}

/**
 * Everything that is wrong with a form, each leading to its field. Takes the focus whenever what it says changes;
 * with a `key` for each answer, also when the same is wrong again.
 */
export function ErrorSummary({ title, errors, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  // By their words: the caller may well make a new list at each rendering, and typing must not lose the focus.
  const words = errors.map(error => error.message).join('\n')
  useEffect(() => box.current?.focus(), [words])
  return (
    <div
      ref={box} role="alert" tabIndex={-1}
      className="max-w-reading rounded-sm border-2 border-danger bg-raised p-4 focus:outline-3 focus:outline-offset-2"
    >
      <h2 className="text-large">{title}</h2>
      {children}
      {errors.length > 0 && (
        <ul className="mt-2 space-y-1">
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`} className="font-medium text-danger">
              {field
                ? <a href={`#${field}`} onClick={focusField} className="text-danger hover:text-danger">{message}</a>
                : message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

// The address alone would not put the cursor into the field, nor find one whose id is not its name.
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const name = decodeURIComponent(event.currentTarget.hash.slice(1))
  const named = event.currentTarget.closest('form')?.elements.namedItem(name)
  const field = named instanceof HTMLElement ? named : document.getElementById(name)
  if (!field) return
  event.preventDefault()
  field.focus()
}
