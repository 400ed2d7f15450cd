'use client'

import { useRef, useState } from 'react'
import { usePassingDraft } from '@/components/forms/draft'
import { Button } from '@/components/ui/button'
import { BulkForm, type BulkEntries, type BulkFormProps } from './bulk-form'
import { straysOf, type Selection, type Shown } from './selection'

export interface BulkBarProps extends Pick<BulkFormProps, 'assessment' | 'statuses' | 'teams' | 'assignees'> {
  selection: Selection
  shown: Shown
  words: BulkFormProps['words'] & {
    title: string; selected: string; change: string; clear: string; close: string; done: string; same: string
    overtaken: string; away: string; keepYours: string; leaveOut: string
  }
  onClear: () => void
  onLeaveOut: (codes: readonly string[]) => void
  /** Means what is selected for the versions that are in sight now. */
  onOvertake: () => void
}

/** What the bar is given by its page. */
export type BulkProps = Pick<BulkBarProps, 'assessment' | 'statuses' | 'teams' | 'assignees' | 'words'>

/** What is done to all selected rows at once; in sight while any is. */
export function BulkBar({ selection, shown, words, onClear, onLeaveOut, onOvertake, ...form }: BulkBarProps) {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState('')
  // Held here, so that what was entered outlives a selection that is empty for a moment. The page is shared by all who
  // may write the same and names nobody, so it cannot be kept as that person's for longer.
  const draft = usePassingDraft<Partial<BulkEntries>>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const chosen = selection.size > 0
  const { overtaken, away } = straysOf(selection, shown)
  const count = `${words.selected}: ${selection.size}`
  if (chosen && !open && done !== '') setDone('')

  /** Goes on after a button that is gone then. */
  function settle(change: () => void) {
    change()
    toggle.current?.focus()
  }

  function leaveOut(codes: readonly string[]) {
    if (codes.length === selection.size) onClear()
    else settle(() => onLeaveOut(codes))
  }

  function changed(number: number) {
    const same = selection.size - number
    setDone(`${words.done}: ${number}.${same > 0 ? ` ${words.same}: ${same}.` : ''}`)
  }

  function saved() {
    setOpen(false)
    draft.drop()
    onClear()
  }

  return (
    <>
      <p role="status" className={chosen || done === '' ? 'sr-only' : 'mt-3 font-medium text-good'}>{chosen ? count : done}</p>
      {chosen && (
        <section
          aria-label={words.title}
          className="sticky bottom-0 z-20 mt-3 max-h-[80dvh] overflow-y-auto border border-edge bg-raised p-3 shadow-lg print:hidden"
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="font-medium">{count}</p>
            <Button ref={toggle} size="small" variant={open ? 'secondary' : 'primary'} aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? words.close : words.change}
            </Button>
            <Button size="small" variant="quiet" onClick={onClear}>{words.clear}</Button>
          </div>
          {overtaken.length > 0 && (
            <div role="alert" className={strays}>
              <p className="font-medium text-warn">{words.overtaken}: {overtaken.join(', ')}</p>
              <Button size="small" onClick={() => settle(onOvertake)}>{words.keepYours}</Button>
              <Button size="small" onClick={() => leaveOut(overtaken)}>{words.leaveOut}</Button>
            </div>
          )}
          {away.length > 0 && (
            <div role="status" className={strays}>
              <p>{words.away}: {away.join(', ')}</p>
              <Button size="small" onClick={() => leaveOut(away)}>{words.leaveOut}</Button>
            </div>
          )}
          {open && <BulkForm {...form} selection={selection} draft={draft} words={words} onChanged={changed} onSaved={saved} />}
        </section>
      )}
    </>
  )
}

const strays = 'mt-2 flex flex-wrap items-center gap-x-3 gap-y-1'
