'use client'

import { useRef, useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { SheetPreview, type Preview, type PreviewWords } from './sheet-preview'

interface ImportFormProps {
  assessment: string
  words: PreviewWords & {
    file: string; fileHint: string; look: string; looking: string; noFile: string; problem: string; lost: string
    applied: string; back: string; again: string
  }
}

type Failure = { code?: string; message: string; fields?: Record<string, string> }
type Answer<T> = { ok: true; value: T } | ({ ok: false } & Failure)

/** Shows what a spreadsheet would change, and applies all of it or nothing. */
export function ImportForm({ assessment, words }: ImportFormProps) {
  const [looked, setLooked] = useState<{ preview: Preview; sheet: Blob } | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [applied, setApplied] = useState(false)
  const [pending, start] = useTransition()
  const input = useRef<HTMLInputElement>(null)

  async function send<T>(step: 'preview' | 'apply', body: Blob | FormData): Promise<Answer<T>> {
    const response = await fetch(`/${assessment}/items/import/${step}`, { method: 'POST', body })
    return await response.json() as Answer<T>
  }

  // A server that cannot be reached is no answer, nor is a file that was changed since it was chosen.
  const lost = (): Answer<never> => ({ ok: false, message: words.lost })

  async function look(): Promise<void> {
    const file = input.current?.files?.[0]
    if (!file) return setFailed({ message: words.noFile, fields: { sheet: words.noFile } })
    const answer = await send<Preview>('preview', file).catch(lost)
    if (!answer.ok) return setFailed(answer)
    // These very bytes are applied, whatever becomes of the file. It is known by now to be none too large to hold.
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes) setLooked({ preview: answer.value, sheet: new Blob([bytes]) })
    else setFailed({ message: words.lost })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (pending) return
    start(async () => {
      forget()
      await look()
    })
  }

  function apply() {
    if (pending || !looked) return
    const body = new FormData()
    body.set('sheet', looked.sheet)
    body.set('seen', JSON.stringify(looked.preview.seen))
    start(async () => {
      const answer = await send('apply', body).catch(lost)
      forget()
      if (answer.ok) return setApplied(true)
      setFailed(answer)
      // Somebody was faster: the same sheet is compared with what is stored now.
      if (answer.code === 'items_refused') await look()
    })
  }

  function forget() {
    setLooked(null)
    setFailed(null)
    setApplied(false)
  }

  return (
    <div className="space-y-6">
      <form onSubmit={submit} noValidate className="space-y-4">
        {failed && (
          <ErrorSummary title={words.problem} errors={complaints(failed)}>
            <p>{failed.message}</p>
            {looked && <p>{words.again}</p>}
          </ErrorSummary>
        )}
        <TextField
          ref={input} type="file" name="sheet" label={words.file} hint={words.fileHint} error={failed?.fields?.sheet}
          accept=".csv,.xlsx" onChange={forget}
        />
        <Button type="submit" aria-busy={pending} variant={looked ? 'secondary' : 'primary'}>{pending ? words.looking : words.look}</Button>
      </form>
      {applied && (
        <Notice tone="good" title={words.applied} live>
          <LinkButton href={`/${assessment}/items`} size="small" className="mt-2">{words.back}</LinkButton>
        </Notice>
      )}
      {looked && <SheetPreview preview={looked.preview} words={words} pending={pending} onApply={apply} focused={!failed} />}
    </div>
  )
}

function complaints({ fields = {} }: Failure) {
  return Object.entries(fields).map(([field, message]) => (
    field === 'sheet' ? { field, message } : { message: `${field}: ${message}` }
  ))
}
