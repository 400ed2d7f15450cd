'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition, type FormEvent, type ReactNode } from 'react'
import type { Answer } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { DeclaredStatus } from '@/lib/domain/items'
import { declareStatus } from './declare-status'

export interface InlineStatusProps {
  assessment: string
  item: { code: string; version: number; declaredStatus: DeclaredStatus }
  /** The statuses with their words, in order. */
  options: readonly { value: DeclaredStatus; label: string }[]
  /** What the choice is of, for those who hear it. */
  label: string
  /** Where a status that needs a reason is declared. */
  reasonHref: string
  words: {
    save: string; saving: string; saved: string; lost: string; reason: string
    overtaken: string; keepYours: string; keepTheirs: string
  }
  /** The status as it is read without JavaScript and on paper. */
  children: ReactNode
}

/** Declares a status in its row. Where somebody else was faster it says so, and keeps what was chosen. */
export function InlineStatus({ assessment, item, options, label, reasonHref, words, children }: InlineStatusProps) {
  // What the viewer chose and is not stored yet, and the version that it was chosen at.
  const [chosen, setChosen] = useState<DeclaredStatus | null>(null)
  const [version, setVersion] = useState(item.version)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [pending, start] = useTransition()
  const select = useRef<HTMLSelectElement>(null)
  const router = useRouter()
  if (chosen === item.declaredStatus) setChosen(null)
  if (chosen === null && version !== item.version) setVersion(item.version)

  const status = chosen ?? item.declaredStatus
  const stored = options.find(({ value }) => value === item.declaredStatus)?.label
  const overtaken = chosen !== null && version !== item.version

  function choose(next: DeclaredStatus) {
    setAnswer(null)
    setChosen(next)
  }

  /** Goes on after a button that is gone then. */
  function settle(change: () => void) {
    change()
    select.current?.focus()
  }

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || chosen === null || chosen === 'not_applicable') return
    start(async () => {
      const given = await declareStatus({ assessment, item: item.code, version, status: chosen })
        .catch((): Answer => ({ ok: false, code: 'unreachable', message: words.lost }))
      setAnswer(given)
      if (given.ok) select.current?.focus()
      else if (given.code === 'conflict') router.refresh()
    })
  }

  return (
    <>
      <span className="hidden noscript:inline print:inline">{children}</span>
      <form onSubmit={save} className="noscript:hidden print:hidden">
        <span className="flex items-center gap-1">
          <select
            ref={select} aria-label={label} value={status} aria-busy={pending || undefined}
            onChange={event => choose(event.target.value as DeclaredStatus)}
            className="h-7 rounded-sm border border-edge px-1 text-small font-medium text-info phone:h-9"
          >
            {options.map(({ value, label: word }) => <option key={value} value={value}>{word}</option>)}
          </select>
          <span role="status" className="w-4 text-good">
            {answer?.ok && chosen === null && <><Icon name="check" /><span className="sr-only">{words.saved}</span></>}
          </span>
        </span>
        {chosen === 'not_applicable' && (
          <a href={reasonHref} className="mt-1 block w-0 min-w-full text-small">{words.reason}</a>
        )}
        {overtaken && (
          // As wide as its column is without it, so that no other row moves.
          <div role="alert" className="mt-1 w-0 min-w-full text-small">
            <p className="font-medium text-warn">{words.overtaken}: {stored}</p>
            <span className="my-1 flex flex-wrap gap-1">
              <Button size="small" onClick={() => settle(() => setVersion(item.version))}>{words.keepYours}</Button>
              <Button size="small" onClick={() => settle(() => setChosen(null))}>{words.keepTheirs}</Button>
            </span>
          </div>
        )}
        {answer && !answer.ok && !overtaken && (
          <p role="alert" className="mt-1 max-w-56 text-small font-medium text-danger">{answer.message}</p>
        )}
        {chosen !== null && chosen !== 'not_applicable' && !overtaken && !answer?.ok && (
          <Button type="submit" size="small" variant="primary" aria-busy={pending} className="my-1.5">
            {pending ? words.saving : words.save}
          </Button>
        )}
      </form>
    </>
  )
}
