'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { BulkBar, type BulkProps } from './bulk-bar'
import { boxOf, focusRow, followKey, rowsOf, setBoxes, type Beyond } from './row-keys'
import { SelectingContext } from './selecting'
import { overtakeRows, selectRows, type Selection, type Shown } from './selection'

interface ItemRowsProps {
  /** Where a link past the filters leads. */
  id: string
  label: string
  /** What many rows can be changed with; absent for who changes none. */
  bulk?: BulkProps
  shown: Shown
  /** The list, with what leads to its other pages. */
  children: ReactNode
}

/**
 * A list that is gone through by keyboard, and whose rows can be selected. What is selected stays so at the version
 * that was in sight then, while the page is renewed, filtered or turned.
 */
export function ItemRows({ id, label, bulk, shown, children }: ItemRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<{ row: HTMLTableRowElement; index: number; held: boolean } | null>(null)
  const pressed = useRef<HTMLTableRowElement | null>(null)
  const [selection, setSelection] = useState<Selection>(new Map())
  const [turning, startTurning] = useTransition()
  const router = useRouter()

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

  function select(codes: readonly string[], isSelected: boolean) {
    setSelection(before => selectRows(before, codes, isSelected, shown))
  }

  function clicked(event: MouseEvent<HTMLDivElement>) {
    const { target, currentTarget, shiftKey } = event
    if (!(target instanceof HTMLElement)) return
    const link = target.closest('a')
    if (target instanceof HTMLInputElement && target.name === 'selected') extend(rowsOf(currentTarget), target, shiftKey)
    else if (link && selection.size > 0 && isOfThisList(link) && !opensElsewhere(event)) {
      event.preventDefault()
      turnTo(link, true)
    }
  }

  /** With Shift, all rows between the last box that was pressed and this one. */
  function extend(rows: HTMLTableRowElement[], box: HTMLInputElement, shiftKey: boolean) {
    const to = rows.findIndex(row => row.contains(box))
    const from = pressed.current ? rows.indexOf(pressed.current) : -1
    if (shiftKey && from >= 0) setBoxes(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(boxOf), box.checked)
    pressed.current = rows[to] ?? null
  }

  /** Without leaving the page, which holds what is selected and what of it is being changed. */
  function turnTo({ href }: HTMLAnchorElement, scroll: boolean) {
    if (!turning) startTurning(() => router.push(href, { scroll }))
  }

  function goBeyond({ rel, row }: Beyond) {
    const link = list.current?.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)
    if (!link) return
    if (last.current) last.current.index = row
    turnTo(link, false)
  }

  function clear() {
    setSelection(new Map())
    if (list.current) focusRow(rowsOf(list.current), last.current?.index ?? 0)
  }

  return (
    <SelectingContext value={{ selection, shown, select }}>
      <div
        ref={list} id={id} role="region" aria-label={label} tabIndex={-1} className="outline-offset-4 [&_a]:scroll-mb-24"
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => followKey(event, goBeyond)} onFocus={remember} onBlur={left} onClick={clicked}
      >
        {children}
      </div>
      {bulk && (
        <BulkBar
          {...bulk} selection={selection} shown={shown} onClear={clear} onLeaveOut={codes => select(codes, false)}
          onOvertake={() => setSelection(before => overtakeRows(before, shown))}
        />
      )}
    </SelectingContext>
  )
}

function isOfThisList(link: HTMLAnchorElement): boolean {
  return link.origin === location.origin && link.pathname === location.pathname
}

function opensElsewhere({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey
}
