'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition, type FormEvent, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { sayLastingly } from './lasting-status'

/** What an action answers. */
export type Answer = { ok: true } | { ok: false; code: string; message: string; fields?: Record<string, string> }

interface ActionFormProps<Input> {
  action: (input: Input) => Promise<Answer>
  /** Makes the input from the form. */
  read: (form: FormData) => Input
  /** Words that the form itself needs. */
  words: { problem: string; saved: string; lost: string }
  /**
   * Fields and buttons; they are told what is wrong with each field, and whether the form is being sent, and say of
   * what is changed by a press alone that it did.
   */
  children: (state: { errors: Record<string, string>; pending: boolean; changed: () => void }) => ReactNode
  onSaved?: (form: HTMLFormElement) => void
  /**
   * That nothing is left to do here once it is saved: it counts as under way until the page no longer shows it, and
   * is then heard to have been saved.
   */
  once?: boolean
  className?: string
}

/** A form that keeps what was typed whatever happens, says what is wrong where, and that it saved. */
export function ActionForm<Input>({ action, read, words, children, onSaved, once = false, className }: ActionFormProps<Input>) {
  const [answer, setAnswer] = useState<Answer & { number: number } | null>(null)
  const [pending, start] = useTransition()
  const router = useRouter()
  const failed = answer && !answer.ok ? answer : null
  const errors = failed?.fields ?? {}
  const done = once && answer?.ok === true
  const busy = pending || done
  useEffect(() => {
    if (done) return () => sayLastingly(words.saved)
  }, [done, words.saved])

  /** What was saved is no longer all that the form says. */
  function changed() {
    if (!once) setAnswer(given => (given?.ok ? null : given))
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const input = read(new FormData(form))
    start(async () => {
      // A server that cannot be reached is no answer; what was typed stays in the form.
      const given = await action(input).catch((): Answer => ({ ok: false, code: 'unreachable', message: words.lost }))
      setAnswer(before => ({ ...given, number: (before?.number ?? 0) + 1 }))
      if (given.ok) onSaved?.(form)
      // The page shows what others saved meanwhile, and the form can compare.
      else if (given.code === 'conflict') router.refresh()
    })
  }

  return (
    <form onSubmit={submit} onChange={changed} noValidate className={className}>
      {failed && (
        <div className="mb-4">
          <ErrorSummary
            key={failed.number}
            title={words.problem}
            errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
          >
            <p>{failed.message}</p>
          </ErrorSummary>
        </div>
      )}
      {answer?.ok && !pending && <div className="mb-4"><Notice tone="good" title={words.saved} live /></div>}
      {children({ errors, pending: busy, changed })}
    </form>
  )
}
