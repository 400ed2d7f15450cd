'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button'

/** Sends its form once: while that is under way it says so and ignores further presses. */
export function SubmitButton({
  pendingWord, children, onClick, ...rest
}: Omit<ButtonProps, 'type'> & { pendingWord: string }) {
  const { pending } = useFormStatus()
  return (
    <Button
      variant="primary" {...rest} type="submit" aria-busy={pending || undefined}
      onClick={event => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending ? pendingWord : children}
    </Button>
  )
}
