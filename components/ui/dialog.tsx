'use client'

import { useId, useRef, type ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { Icon } from './icon'

interface DialogProps {
  /** Words of the button that opens it. */
  trigger: ReactNode
  /** Look, reason or key of that button. */
  triggerProps?: Omit<ButtonProps, 'onClick' | 'type' | 'children'>
  title: string
  closeWord: string
  children: ReactNode
}

/**
 * A question in front of the page, by the browser's own `<dialog>`: focus, Escape and the way back are its.
 * A form inside closes it with `<form method="dialog">` or through `closest('dialog')`.
 */
export function Dialog({ trigger, triggerProps, title, closeWord, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <Button {...triggerProps} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>{trigger}</Button>
      <dialog
        ref={dialog} aria-labelledby={titleId}
        className={
          'm-auto max-h-[calc(100dvh-2rem)] w-[min(42rem,calc(100vw-2rem))] overflow-y-auto rounded-sm border border-edge ' +
          'bg-raised p-6 text-left text-ink backdrop:bg-black/40'
        }
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-large">{title}</h2>
          <Button variant="quiet" size="small" onClick={() => dialog.current?.close()}>
            <Icon name="cross" />{closeWord}
          </Button>
        </div>
        {children}
      </dialog>
    </>
  )
}
