import clsx from 'clsx'
import type { ReactNode } from 'react'
import { toneGround, toneText, type Tone } from './tone'
import { VisuallyHidden } from './visually-hidden'

interface TagProps {
  tone: Tone
  /** `hollow` for what is claimed, `solid` for what is proven or settled, `plain` for what is neither. */
  body: 'hollow' | 'solid' | 'plain'
  /** The shape in front of the word. */
  shape: ReactNode
  /** Whose word it is, for those who hear it: "Declared". */
  spokenLabel: string
  children: string
}

/** A state as shape, word and colour. It is no control: nothing happens on a press. */
export function Tag({ tone, body, shape, spokenLabel, children }: TagProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-6 items-center gap-1.5 rounded-sm align-middle text-small font-medium whitespace-nowrap',
        toneText[tone],
        body === 'hollow' && 'border border-current/50 px-1.5',
        body === 'solid' && ['px-1.5 print:border print:border-line', toneGround[tone]],
      )}
    >
      {shape}
      <VisuallyHidden>{spokenLabel}: </VisuallyHidden>
      {children}
    </span>
  )
}
