import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'

export interface LinkButtonProps extends ComponentProps<'a'> {
  href: string
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ variant = 'secondary', size = 'regular', className, ...rest }: LinkButtonProps) {
  return <a {...rest} className={clsx(buttonStyle(variant, size, false), className)} />
}
