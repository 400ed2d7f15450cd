import type { KeyboardEvent } from 'react'

// Rows of a list of items as the page holds them: each is headed by a link, and those that can be selected have a box.

/** The rows of a list that are items, in order. */
export function rowsOf(list: HTMLElement): HTMLTableRowElement[] {
  return [...list.querySelectorAll<HTMLTableRowElement>('tbody tr')].filter(row => linkOf(row) !== null)
}

/** Puts the focus on a row; of a row that is not there any more on the nearest. */
export function focusRow(rows: readonly HTMLTableRowElement[], index: number): void {
  const row = rows[Math.min(Math.max(0, index), rows.length - 1)]
  if (row) linkOf(row)?.focus()
}

/** The box that selects a row; null where it cannot be selected. */
export function boxOf(row: HTMLTableRowElement | undefined): HTMLInputElement | null {
  return row?.querySelector<HTMLInputElement>('input[name=selected]') ?? null
}

/** Sets boxes that can be set, as if they had been pressed. */
export function setBoxes(boxes: Iterable<HTMLInputElement | null>, checked: boolean): void {
  for (const box of boxes) if (box?.checked === !checked) box.click()
}

/** The page beyond the last or first row, and the index of the row that is nearest there. */
export interface Beyond {
  rel: 'prev' | 'next'
  row: number
}

/**
 * Does what a key means in a list: j, k and arrows go from row to row, and from the last or first beyond it; x or
 * Space selects, with Shift the rows on the way too. Letters count only while the focus is in the list and in no field.
 */
export function followKey(event: KeyboardEvent<HTMLElement>, goBeyond: (beyond: Beyond) => void): void {
  const { target, currentTarget: list, shiftKey } = event
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement) || target.matches(fields)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const rows = rowsOf(list)
  const at = rows.findIndex(row => row.contains(target))
  const step = steps.get(key)
  if (step !== undefined && (at >= 0 || target === list)) {
    const next = Math.min(Math.max(0, at + step), rows.length - 1)
    if (next === at && !shiftKey) goBeyond(step > 0 ? { rel: 'next', row: 0 } : { rel: 'prev', row: Infinity })
    else focusRow(rows, next)
    if (shiftKey) setBoxes([boxOf(rows[at]), boxOf(rows[next])], true)
  } else if (at >= 0 && (key === 'x' || (key === ' ' && target.matches('th a')))) {
    const box = boxOf(rows[at])
    setBoxes([box], !box?.checked)
  } else if (key === '?') {
    const help = list.querySelector<HTMLDetailsElement>('details[data-keys]')
    if (help) help.open = !help.open
  } else return
  event.preventDefault()
}

const fields = 'input:not([type=checkbox]), select, textarea, [contenteditable]'
const steps = new Map([['j', 1], ['ArrowDown', 1], ['k', -1], ['ArrowUp', -1]])

function linkOf(row: HTMLTableRowElement): HTMLAnchorElement | null {
  return row.querySelector<HTMLAnchorElement>('th[scope=row] a')
}
