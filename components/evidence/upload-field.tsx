'use client'

import clsx from 'clsx'
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Field, fieldAria } from '@/components/ui/field'
import { emptyQueue, type UploadQueue } from './upload-queue'
import { UploadRow } from './upload-row'

/** Everything that an upload field says. Messages stay on the server; words in braces are filled in the browser. */
export interface UploadWords {
  label: string
  hint: string
  choose: string
  drop: string
  /** {name} */
  cancel: string
  /** {name} */
  remove: string
  /** {name} */
  retry: string
  /** {name} */
  redact: string
  waiting: string
  /** {percent} */
  sending: string
  /** The file has arrived and the server is still storing it. */
  storing: string
  arrived: string
  /** {name} */
  announceArrived: string
  /** {name} {message} */
  announceFailed: string
  tooLarge: string
  empty: string
  connectionLost: string
  answerUnreadable: string
}

interface UploadFieldProps {
  queue: UploadQueue
  labels: UploadWords
  /** What is wrong with the files, in the reader's words. */
  error?: string
  id?: string
}

/**
 * Picks files or takes what is dropped on it, and sends them at once. To clear it, give it another queue.
 * A server component makes its words with `uploadLabels`.
 */
export function UploadField({ queue, labels, error, id = 'uploads' }: UploadFieldProps) {
  const { entries, announcement } = useSyncExternalStore(queue.subscribe, queue.snapshot, () => emptyQueue)
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  useEffect(() => () => queue.stop(), [queue])

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    queue.add(event.dataTransfer.files)
  }
  const remove = (key: number) => {
    queue.remove(key)
    // The button that was pressed is gone.
    picker.current?.focus()
  }

  return (
    <Field id={id} label={labels.label} hint={labels.hint} error={error}>
      <div
        className={clsx(
          'flex max-w-reading flex-wrap items-center gap-x-4 gap-y-2 rounded-sm border border-dashed p-4',
          over ? 'border-accent bg-sunken' : 'border-edge bg-raised',
        )}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          {...fieldAria(id, { hint: labels.hint, error })}
          ref={picker} id={id} type="file" multiple className="peer sr-only"
          onChange={event => {
            queue.add(event.target.files ?? [])
            // So that the same file can be chosen again.
            event.target.value = ''
          }}
        />
        <label
          htmlFor={id}
          className={clsx(
            buttonStyle('secondary', 'regular', false),
            'peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
          )}
        >
          {labels.choose}
        </label>
        <span className="text-small text-muted">{labels.drop}</span>
      </div>
      {entries.length > 0 && (
        <ul className="mt-2 max-w-reading divide-y divide-line border-y border-line">
          {entries.map(entry => (
            <UploadRow
              key={entry.key} entry={entry} labels={labels}
              onRemove={() => remove(entry.key)} onRetry={() => queue.retry(entry.key)} onRedact={() => queue.redact(entry.key)}
            />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">{announcement}</p>
    </Field>
  )
}
