'use client'

import clsx from 'clsx'
import { useContext, useEffect, useRef } from 'react'
import type { Selectable } from './selectable'
import { SelectingContext } from './selecting'

const boxStyle = 'block size-5 accent-accent disabled:cursor-not-allowed'

/** Selects all rows of the page that can be; ticked while they are, and half while some are. */
export function SelectAllBox({ words }: Pick<Selectable, 'words'>) {
  const { selection, shown, select } = useContext(SelectingContext)
  const codes = Object.keys(shown)
  const selected = codes.filter(code => selection.has(code)).length
  const isHalf = selected > 0 && selected < codes.length
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // No attribute says it.
    if (box.current) box.current.indeterminate = isHalf
  }, [isHalf])
  return (
    <>
      <input
        ref={box} type="checkbox" name="all" autoComplete="off" aria-label={words.all} className={clsx(boxStyle, 'phone:hidden')}
        checked={selected > 0 && !isHalf} onChange={event => select(codes, event.target.checked)}
      />
      {/* There heads are for those who hear the table, and one without words is none. */}
      <span className="hidden phone:inline">{words.title}</span>
    </>
  )
}

interface SelectBoxProps extends Pick<Selectable, 'words'> {
  code: string
  /** Why it cannot be selected. */
  refusal?: string
}

/** Selects a row; of those that the viewer may not change it says why. */
export function SelectBox({ words, code, refusal }: SelectBoxProps) {
  const { selection, select } = useContext(SelectingContext)
  const label = words.one.replace('{code}', code)
  return (
    <input
      type="checkbox" name="selected" value={code} id={code} disabled={refusal !== undefined}
      checked={selection.has(code)} onChange={event => select([code], event.target.checked)}
      // A browser would set it again after the page is loaded anew.
      autoComplete="off" title={refusal} aria-label={refusal ? `${label}. ${refusal}` : label} className={boxStyle}
    />
  )
}
