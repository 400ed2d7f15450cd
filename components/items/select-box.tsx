'use client'

import clsx from 'clsx'
import type { Selectable } from './selectable'

const boxStyle = 'block size-5 accent-accent disabled:cursor-not-allowed'

/** Selects all rows that can be. */
export function SelectAllBox({ words }: Pick<Selectable, 'words'>) {
  return (
    <>
      <input type="checkbox" name="all" autoComplete="off" aria-label={words.all} className={clsx(boxStyle, 'phone:hidden')} />
      {/* There heads are for those who hear the table, and one without words is none. */}
      <span className="hidden phone:inline">{words.title}</span>
    </>
  )
}

interface SelectBoxProps extends Pick<Selectable, 'words'> {
  code: string
  version: number
  /** Why it cannot be selected. */
  refusal?: string
}

/** Selects a row; of those that the viewer may not change it says why. */
export function SelectBox({ words, code, version, refusal }: SelectBoxProps) {
  const label = words.one.replace('{code}', code)
  return (
    <input
      type="checkbox" name="selected" value={code} id={code} data-version={version} disabled={refusal !== undefined}
      // A browser would set it again after the page is loaded anew.
      autoComplete="off" title={refusal} aria-label={refusal ? `${label}. ${refusal}` : label} className={boxStyle}
    />
  )
}
