'use client'

import { useState } from 'react'
import { ActionForm, type Answer } from '@/components/forms/action-form'
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
  words: {
    effectiveOn: string; effectiveOnHint: string; link: string; linkHint: string; service: string; serviceHint: string
    environment: string; environmentHint: string; note: string; noteHint: string; send: string; sending: string
    problem: string; saved: string; lost: string; more: string
  }
  uploadLimitBytes: number
  uploadWords: UploadWords
}

/** Hands in files or a link. What was typed and uploaded stays until it was taken. */
export function SubmitForm({ assessment, requirement, evidence, today, words, uploadLimitBytes, uploadWords }: SubmitFormProps) {
  const newQueue = () => new UploadQueue({ assessment, limitBytes: uploadLimitBytes, labels: uploadWords, send: sendFile })
  const [queue, setQueue] = useState(newQueue)
  // A form that was sent starts anew, with nothing of the last one left in it.
  const [round, setRound] = useState(0)
  const id = (name: string) => `${name}-${evidence?.id ?? requirement}`

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
        setRound(round + 1)
      }}
      read={form => ({
        assessment, requirement, ...(evidence && { evidence: evidence.id }),
        link: entered(form, 'link'), effectiveOn: String(form.get('effectiveOn') ?? ''), note: entered(form, 'note'),
        service: entered(form, 'service'), environment: entered(form, 'environment'),
      })}
    >
      {({ errors, pending }) => (
        <div key={round} className="space-y-4">
          <UploadField
            queue={queue} id={id('uploads')} labels={uploadWords} error={errors.uploads}
          />
          <TextField name="link" id={id('link')} type="url" label={words.link} hint={words.linkHint} error={errors.link} />
          <DateField
            name="effectiveOn" id={id('effectiveOn')} label={words.effectiveOn} hint={words.effectiveOnHint}
            defaultValue={today} max={today} error={errors.effectiveOn}
          />
          <details>
            <summary className="text-accent">{words.more}</summary>
            <div className="mt-3 space-y-4">
              <TextField
                name="service" id={id('service')} label={words.service} hint={words.serviceHint}
                defaultValue={evidence?.service ?? ''} error={errors.service}
              />
              <TextField
                name="environment" id={id('environment')} label={words.environment} hint={words.environmentHint}
                defaultValue={evidence?.environment ?? ''} error={errors.environment}
              />
              <TextArea name="note" id={id('note')} label={words.note} hint={words.noteHint} rows={3} error={errors.note} />
            </div>
          </details>
          <Button type="submit" variant="primary" aria-busy={pending}>{pending ? words.sending : words.send}</Button>
        </div>
      )}
    </ActionForm>
  )
}

function entered(form: FormData, name: string): string | null {
  return String(form.get(name) ?? '').trim() || null
}
