'use client'

import { Button, type ButtonProps } from '@/components/ui/button'
import type { Answer } from './action-form'
import { RenewingForm } from './renewing-form'

interface ActionButtonProps<Input> extends Pick<ButtonProps, 'variant' | 'size' | 'disabledReason' | 'aria-label'> {
  action: (input: Input) => Promise<Answer>
  input: Input
  words: { label: string; saving: string; problem: string; saved: string; lost: string }
}

/** One button that does away with what it stands beside, and says how that went. */
export function ActionButton<Input>({ action, input, words, ...button }: ActionButtonProps<Input>) {
  return (
    <RenewingForm once action={action} read={() => input} words={words}>
      {({ pending }) => <Button type="submit" {...button} aria-busy={pending}>{pending ? words.saving : words.label}</Button>}
    </RenewingForm>
  )
}
