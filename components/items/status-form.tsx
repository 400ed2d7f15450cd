'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { useDraft } from '@/components/forms/draft'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { Notice } from '@/components/ui/notice'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import type { DeclaredStatus } from '@/lib/domain/items'
import { declareStatus } from './declare-status'

interface StatusFormProps {
  assessment: string
  item: { code: string; version: number; declaredStatus: DeclaredStatus }
  /** The statuses with their words, in order. */
  options: { value: DeclaredStatus; label: string }[]
  /** Whose words they are: a draft of the reason is kept under it. */
  userId: string
  /** Why the viewer cannot change it. */
  disabledReason?: string
  words: {
    label: string; hint: string; save: string; saving: string; reason: string; reasonHint: string; until: string
    untilHint: string; conflict: string; yours: string; theirs: string; keepYours: string; keepTheirs: string
    problem: string; saved: string; lost: string
  }
}

/** Declares a status. Where somebody else was faster both values are shown and neither is lost. */
export function StatusForm({ assessment, item, options, userId, disabledReason, words }: StatusFormProps) {
  // What the viewer chose and has not saved, and the version that it was chosen at.
  const [chosen, setChosen] = useState<DeclaredStatus | null>(null)
  const [version, setVersion] = useState(item.version)
  const [reason, setReason] = useDraft(`status/${userId}/${assessment}/${item.code}`)
  if (chosen === null && version !== item.version) setVersion(item.version)
  const status = chosen ?? item.declaredStatus
  const word = (of: DeclaredStatus) => options.find(option => option.value === of)?.label ?? of

  return (
    <ActionForm
      action={declareStatus} words={words}
      onSaved={() => {
        setChosen(null)
        if (status === 'not_applicable') setReason('')
      }}
      read={form => ({
        assessment, item: item.code, version, status,
        ...(status === 'not_applicable' && {
          notApplicable: { reason, until: String(form.get('notApplicable.until') ?? '') },
        }),
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {chosen !== null && version !== item.version && (
            <Notice tone="warn" title={words.conflict} live>
              <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4">
                <dt className="text-muted">{words.theirs}</dt><dd>{word(item.declaredStatus)}</dd>
                <dt className="text-muted">{words.yours}</dt><dd>{word(chosen)}</dd>
              </dl>
              <div className="mt-2 flex flex-wrap gap-2">
                <Button size="small" onClick={() => setVersion(item.version)}>{words.keepYours}</Button>
                <Button size="small" onClick={() => setChosen(null)}>{words.keepTheirs}</Button>
              </div>
            </Notice>
          )}
          <SelectField
            name="status" label={words.label} hint={words.hint} options={options} value={status} error={errors.status}
            onChange={event => setChosen(event.target.value as DeclaredStatus)} disabled={disabledReason !== undefined}
          />
          {status === 'not_applicable' && item.declaredStatus !== 'not_applicable' && (
            <>
              <TextArea
                name="notApplicable.reason" label={words.reason} hint={words.reasonHint} error={errors['notApplicable.reason']}
                value={reason} onChange={event => setReason(event.target.value)}
              />
              <DateField
                name="notApplicable.until" label={words.until} hint={words.untilHint} error={errors['notApplicable.until']}
              />
            </>
          )}
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      )}
    </ActionForm>
  )
}
