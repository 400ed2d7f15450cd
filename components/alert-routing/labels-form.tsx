'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, type FormEvent } from 'react'
import { mostTyped } from '@/lib/domain/alert-routing'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

interface LabelsFormProps {
  /** The page's own address. */
  action: string
  typed: string
  words: { label: string; hint: string; ask: string; clear: string }
  error?: string
}

// As long as somebody types on, nothing is asked.
const restMilliseconds = 300

/** Asks by address where labels lead. With JavaScript what is typed is asked at once, and the page renewed in place. */
export function LabelsForm({ action, typed, words, error }: LabelsFormProps) {
  const router = useRouter()
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])

  function ask(form: HTMLFormElement, milliseconds: number) {
    clearTimeout(rest.current)
    rest.current = setTimeout(() => {
      const labels = String(new FormData(form).get('labels'))
      router.replace(labels === '' ? action : `${action}?${new URLSearchParams({ labels })}`, { scroll: false })
    }, milliseconds)
  }

  return (
    <form
      action={action} autoComplete="off" className="mt-6 print:hidden" role="search"
      onChange={event => ask(event.currentTarget, restMilliseconds)}
      onSubmit={(event: FormEvent<HTMLFormElement>) => { event.preventDefault(); ask(event.currentTarget, 0) }}
    >
      <TextField
        name="labels" label={words.label} hint={words.hint} error={error} defaultValue={typed} maxLength={mostTyped}
        autoCapitalize="none" spellCheck={false} className="font-mono"
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit">{words.ask}</Button>
        {typed !== '' && <a href={action}>{words.clear}</a>}
      </div>
    </form>
  )
}
