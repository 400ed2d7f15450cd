import clsx from 'clsx'
import { useId, type ComponentProps } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { KeyHint } from './key-hint'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Why it cannot act now; it then stays in reach of the keyboard and says so. */
  disabledReason?: string
  /** The key that does the same; whoever gives it also listens for it. */
  keyHint?: string
}

/** A button that is never silently dead: where it cannot act, the reason stands beside it. */
export function Button({
  variant = 'secondary', size = 'regular', disabledReason, keyHint,
  type = 'button', className, onClick, children, ...rest
}: ButtonProps) {
  const reasonId = useId()
  const disabled = disabledReason !== undefined
  const button = (
    <button
      {...rest}
      // A dead submit button must not submit, with or without JavaScript.
      type={disabled ? 'button' : type}
      onClick={disabled ? undefined : onClick}
      aria-disabled={disabled || undefined}
      aria-describedby={disabled ? reasonId : rest['aria-describedby']}
      aria-keyshortcuts={keyHint}
      className={clsx(buttonStyle(variant, size, disabled), className)}
    >
      {children}
      {keyHint && <KeyHint>{keyHint}</KeyHint>}
    </button>
  )
  if (!disabled) return button
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {button}
      <span id={reasonId} className="text-small text-muted">{disabledReason}</span>
    </span>
  )
}
