'use client'

import { useEffect, useRef, useState } from 'react'
import { ActionForm, type Answer } from '@/components/forms/action-form'
import { useKeptDraft } from '@/components/forms/draft'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { submitEvidence } from '@/lib/actions/evidence'
import { fillWords } from '@/lib/i18n/fill-words'
import { sendFile } from './send-file'
import { UploadField, type UploadWords } from './upload-field'
import { UploadQueue } from './upload-queue'

interface SubmitFormProps {
  assessment: string
  requirement: string
  /** The evidence that this is a new revision of; absent for a new one. */
  evidence?: { id: string; service: string | null; environment: string | null }
  today: string
  /** Whose words they are: a draft is kept under it. */
  userId: string
  words: {
    effectiveOn: string; effectiveOnHint: string; link: string; linkHint: string; service: string; serviceHint: string
    environment: string; environmentHint: string; note: string; noteHint: string; send: string; sending: string
    problem: string; saved: string; lost: string; more: string
  }
  uploadLimitBytes: number
  uploadWords: UploadWords
}

interface Entered {
  link: string
  effectiveOn: string
  service: string
  environment: string
  note: string
}

/** Hands in files or a link. What was typed and uploaded stays until it was taken; what was typed outlives the session. */
export function SubmitForm({ assessment, requirement, evidence, today, userId, words, uploadLimitBytes, uploadWords }: SubmitFormProps) {
  const newQueue = () => new UploadQueue({ assessment, limitBytes: uploadLimitBytes, labels: uploadWords, send: sendFile })
  const [queue, setQueue] = useState(newQueue)
  const draft = useKeptDraft<Partial<Entered>>(`evidence/${userId}/${evidence?.id ?? requirement}`)
  const values: Entered = {
    link: '', effectiveOn: today, service: evidence?.service ?? '', environment: evidence?.environment ?? '', note: '', ...draft.fields,
  }
  const id = (name: string) => `${name}-${evidence?.id ?? requirement}`
  const field = (name: keyof Entered) => ({
    name, id: id(name), value: values[name],
    onChange: (event: { target: { value: string } }) => draft.change({ [name]: event.target.value }),
  })
  const more = useRef<HTMLDetailsElement>(null)
  const { fields } = draft
  const inMore = fields !== null && ('service' in fields || 'environment' in fields || 'note' in fields)
  // What was kept is in sight, however deep the page folds it away.
  useEffect(() => {
    const from = inMore ? more.current : more.current?.parentElement
    if (fields !== null) for (let at = from?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true
  }, [fields, inMore])

  /** Sends the form once its files have arrived: who does not wait for them loses none. */
  async function submit(input: Omit<Parameters<typeof submitEvidence>[0], 'uploads'>): Promise<Answer> {
    const { entries, arrived } = await queue.settled()
    const failed = entries.find(entry => entry.state === 'failed' && entry.canRetry)
    if (failed?.state !== 'failed') return submitEvidence({ ...input, uploads: arrived.map(upload => upload.id) })
    return { ok: false, code: 'upload_failed', message: fillWords(uploadWords.announceFailed, { name: failed.file.name, message: failed.message }) }
  }

  return (
    <ActionForm
      action={submit} words={words}
      onSaved={() => {
        setQueue(newQueue())
        draft.drop()
      }}
      read={() => ({
        assessment, requirement, ...(evidence && { evidence: evidence.id }), effectiveOn: values.effectiveOn,
        link: entered(values.link), note: entered(values.note), service: entered(values.service), environment: entered(values.environment),
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <UploadField
            queue={queue} id={id('uploads')} labels={uploadWords} error={errors.uploads}
          />
          <TextField {...field('link')} type="url" label={words.link} hint={words.linkHint} error={errors.link} />
          <DateField
            {...field('effectiveOn')} label={words.effectiveOn} hint={words.effectiveOnHint} max={today} error={errors.effectiveOn}
          />
          <details ref={more}>
            <summary className="text-accent">{words.more}</summary>
            <div className="mt-3 space-y-4">
              <TextField {...field('service')} label={words.service} hint={words.serviceHint} error={errors.service} />
              <TextField {...field('environment')} label={words.environment} hint={words.environmentHint} error={errors.environment} />
              <TextArea {...field('note')} label={words.note} hint={words.noteHint} rows={3} error={errors.note} />
            </div>
          </details>
          <Button type="submit" variant="primary" aria-busy={pending}>{pending ? words.sending : words.send}</Button>
        </div>
      )}
    </ActionForm>
  )
}

function entered(text: string): string | null {
  return text.trim() || null
}
