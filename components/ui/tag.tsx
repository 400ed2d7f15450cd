'use client'

import clsx from 'clsx'
import { tagShapes } from './shapes'
import { toneGround, toneText, type Tone } from './tone'
import { VisuallyHidden } from './visually-hidden'

export interface TagProps {
  tone: Tone
  /** `hollow` for what is claimed, `solid` for what is proven or settled, `plain` for what is neither. */
  body: 'hollow' | 'solid' | 'plain'
  /** The shape in front of the word. */
  shape: keyof typeof tagShapes
  /** Whose word it is, for those who hear it: "Declared". */
  spokenLabel: string
  word: string
}

/**
 * A state as shape, word and colour. It is no control: nothing happens on a press. Pages have hundreds, so the
 * drawing is sent once as code, not with each tag.
 */
export function Tag({ tone, body, shape, spokenLabel, word }: TagProps) {
  return (
    <span
      className={clsx(
        'tag', toneText[tone], body === 'hollow' && 'tag-hollow', body === 'solid' && ['tag-solid', toneGround[tone]],
      )}
    >
      {tagShapes[shape]}
      <VisuallyHidden>{spokenLabel}: </VisuallyHidden>
      {word}
    </span>
  )
}
