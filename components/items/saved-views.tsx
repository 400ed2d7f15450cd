'use client'

import { useRef, useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { TextField } from '@/components/ui/text-field'
import { deleteView, listViews, saveView } from '@/lib/actions/saved-views'

interface SavedViewsProps {
  assessment: string
  /** What the address of the list asks for now. */
  query: string
  words: { title: string; none: string; name: string; save: string; saving: string; remove: string; replace: string; lost: string }
}

type Answer = Awaited<ReturnType<typeof listViews>>

/** The viewer's own views of the list, asked for once they are opened: the page itself is the same for many. */
export function SavedViews({ assessment, query, words }: SavedViewsProps) {
  const [views, setViews] = useState<Extract<Answer, { ok: true }>['value'] | null>(null)
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }> | null>(null)
  // The name that is a view's already.
  const [taken, setTaken] = useState('')
  const [pending, start] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLElement>(null)

  function ask(asked: Promise<Answer>, done?: () => void) {
    start(async () => {
      const answer = await asked.catch((): Answer => ({ ok: false, code: 'unreachable', message: words.lost }))
      setFailed(answer.ok ? null : answer)
      if (!answer.ok) return
      setViews(answer.value)
      done?.()
    })
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!pending) save(String(new FormData(event.currentTarget).get('name')), false)
  }

  function save(name: string, replace: boolean) {
    setTaken(name)
    ask(saveView({ assessment, name, query, replace }), () => form.current?.reset())
  }

  return (
    <details
      className="relative noscript:hidden print:hidden"
      onToggle={event => { if (event.currentTarget.open && !views) ask(listViews({ assessment })) }}
    >
      <summary ref={summary} className="w-fit py-1.5 text-accent">{words.title}</summary>
      <div aria-busy={pending} className="max-w-reading space-y-3 rounded-sm border border-line bg-raised p-3">
        {failed && !failed.fields && <div role="alert"><FieldError id="views">{failed.message}</FieldError></div>}
        {failed?.code === 'view_exists' && <Button size="small" onClick={() => save(taken, true)}>{words.replace}: {taken}</Button>}
        {views?.length === 0 && <p className="text-muted">{words.none}</p>}
        {views && views.length > 0 && (
          <ul>
            {views.map(view => (
              <li key={view.id} className="flex min-h-9 items-center justify-between gap-4">
                <a href={`/${assessment}/items${view.query}`} aria-current={view.query === query ? 'page' : undefined} className="min-w-0 aria-[current]:font-medium">
                  {view.name}
                </a>
                <Button
                  size="small" variant="quiet" aria-label={`${words.remove}: ${view.name}`}
                  onClick={() => ask(deleteView({ assessment, view: view.id }), () => summary.current?.focus())}
                >
                  <Icon name="cross" />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form ref={form} onSubmit={submit} noValidate className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="min-w-0 grow">
            <TextField name="name" id="view-name" label={words.name} maxLength={80} autoComplete="off" error={failed?.fields?.name} />
          </div>
          <Button type="submit" aria-busy={pending}>{pending ? words.saving : words.save}</Button>
        </form>
      </div>
    </details>
  )
}
