import clsx from 'clsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'small'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong hover:text-on-accent',
  secondary: 'border-edge bg-raised text-ink hover:border-ink hover:text-ink',
  quiet: 'border-transparent text-accent hover:bg-sunken',
  danger: 'border-danger bg-danger text-on-accent hover:text-on-accent hover:underline',
}

const sizes: Record<ButtonSize, string> = { regular: 'min-h-9 px-4 py-1', small: 'min-h-7 px-2 text-small' }

/** The look that buttons and links dressed as buttons share. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, disabled: boolean): string {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded-sm border font-medium no-underline hover:decoration-1',
    sizes[size],
    disabled ? 'cursor-not-allowed border-dashed border-edge text-muted' : ['cursor-pointer', variants[variant]],
  )
}
