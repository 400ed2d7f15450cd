'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'

/** What an action answers. */
export type Answer = { ok: true } | { ok: false; code: string; message: string; fields?: Record<string, string> }

interface ActionFormProps<Input> {
  action: (input: Input) => Promise<Answer>
  /** Makes the input from the form. */
  read: (form: FormData) => Input
  /** Words that the form itself needs. */
  words: { problem: string; saved: string; lost: string }
  /** Fields and buttons; they are told what is wrong with each field, and whether the form is being sent. */
  children: (state: { errors: Record<string, string>; pending: boolean }) => ReactNode
  onSaved?: () => void
  /** That nothing is left to do here once it is saved: it counts as under way until the page no longer shows it. */
  once?: boolean
  className?: string
}

/** A form that keeps what was typed whatever happens, says what is wrong where, and that it saved. */
export function ActionForm<Input>({ action, read, words, children, onSaved, once = false, className }: ActionFormProps<Input>) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [pending, start] = useTransition()
  const router = useRouter()
  const failed = answer && !answer.ok ? answer : null
  const errors = failed?.fields ?? {}
  const busy = pending || (once && answer?.ok === true)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const input = read(new FormData(event.currentTarget))
    start(async () => {
      // A server that cannot be reached is no answer; what was typed stays in the form.
      const given = await action(input).catch((): Answer => ({ ok: false, code: 'unreachable', message: words.lost }))
      setAnswer(given)
      if (given.ok) onSaved?.()
      // The page shows what others saved meanwhile, and the form can compare.
      else if (given.code === 'conflict') router.refresh()
    })
  }

  return (
    <form onSubmit={submit} noValidate className={className}>
      {failed && (
        <div className="mb-4">
          <ErrorSummary
            title={words.problem}
            errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
          >
            <p>{failed.message}</p>
          </ErrorSummary>
        </div>
      )}
      {answer?.ok && !pending && <div className="mb-4"><Notice tone="good" title={words.saved} live /></div>}
      {children({ errors, pending: busy })}
    </form>
  )
}
