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
        'tag', toneText[tone], body === 'hollow' && 'tag-hollow', body === 'solid' && ['tag-solid', toneGround[tone]],
      )}
    >
      {shape}
      <VisuallyHidden>{spokenLabel}: </VisuallyHidden>
      {children}
    </span>
  )
}
