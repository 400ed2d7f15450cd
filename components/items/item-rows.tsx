'use client'

import { useEffect, useRef, useSyncExternalStore, type ChangeEvent, type FocusEvent, type MouseEvent, type ReactNode } from 'react'
import { BulkBar, type BulkBarProps } from './bulk-bar'
import { boxOf, focusRow, followKey, rowsOf, setBoxes } from './row-keys'

interface ItemRowsProps {
  /** Where a link past the filters leads. */
  id: string
  label: string
  /** What many rows can be changed with; absent for who changes none. */
  bulk?: Omit<BulkBarProps, 'selected' | 'onDone'>
  children: ReactNode
}

/**
 * A list that is gone through by keyboard, and whose rows can be selected. What is selected stands in the boxes
 * alone, so that it outlives a renewal of the page, and a row that leaves the list is selected no more.
 */
export function ItemRows({ id, label, bulk, children }: ItemRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<{ row: HTMLTableRowElement; index: number; held: boolean } | null>(null)
  const pressed = useRef<HTMLTableRowElement | null>(null)
  const selected = useSyncExternalStore(listen, () => selectedIn(id), () => '')

  useEffect(() => {
    const { current } = last
    if (!list.current || !current?.held || current.row.isConnected || document.activeElement !== document.body) return
    // The row that had the focus has left the list; the next one takes it.
    focusRow(rowsOf(list.current), current.index)
  })

  function remember() {
    const rows = list.current ? rowsOf(list.current) : []
    const index = rows.findIndex(row => row.contains(document.activeElement))
    const row = rows[index]
    last.current = row ? { row, index, held: true } : null
  }

  function left({ target }: FocusEvent) {
    if (last.current && target.isConnected) last.current.held = false
  }

  function changed({ target, currentTarget }: ChangeEvent<HTMLDivElement>) {
    const box = target as unknown
    if (box instanceof HTMLInputElement && box.name === 'all') setBoxes(rowsOf(currentTarget).map(boxOf), box.checked)
  }

  /** With Shift, all rows between the last box that was pressed and this one. */
  function clicked({ target, currentTarget, shiftKey }: MouseEvent<HTMLDivElement>) {
    if (!(target instanceof HTMLInputElement) || target.name !== 'selected') return
    const rows = rowsOf(currentTarget)
    const to = rows.findIndex(row => row.contains(target))
    const from = pressed.current ? rows.indexOf(pressed.current) : -1
    if (shiftKey && from >= 0) setBoxes(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(boxOf), target.checked)
    pressed.current = rows[to] ?? null
  }

  function clear() {
    if (!list.current) return
    const rows = rowsOf(list.current)
    setBoxes([list.current.querySelector<HTMLInputElement>('input[name=all]'), ...rows.map(boxOf)], false)
    focusRow(rows, last.current?.index ?? 0)
  }

  return (
    <>
      <div
        ref={list} id={id} role="region" aria-label={label} tabIndex={-1} className="outline-offset-4 [&_a]:scroll-mb-24"
        onKeyDown={followKey} onFocus={remember} onBlur={left} onChange={changed} onClick={clicked}
      >
        {children}
      </div>
      {bulk && <BulkBar {...bulk} selected={selected === '' ? [] : selected.split(' ')} onDone={clear} />}
    </>
  )
}

/** The selected rows of a list as `CODE@VERSION`, with the version that the page shows now. */
function selectedIn(id: string): string {
  const list = document.getElementById(id)
  const boxes = list ? rowsOf(list).map(boxOf) : []
  return boxes.flatMap(box => (box?.checked && !box.disabled ? [`${box.value}@${box.dataset.version}`] : [])).join(' ')
}

function listen(changed: () => void): () => void {
  document.addEventListener('change', changed)
  return () => document.removeEventListener('change', changed)
}
