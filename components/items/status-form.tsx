'use client'

import { ActionForm } from '@/components/forms/action-form'
import { DiscardButton } from '@/components/forms/discard-button'
import { useKeptDraft } from '@/components/forms/draft'
import { editsOf, type Edited } from '@/components/forms/edits'
import { Overtaken } from '@/components/forms/overtaken'
import { useStored } from '@/components/forms/stored'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import type { DeclaredStatus } from '@/lib/domain/items'
import { declareStatus } from './declare-status'

interface StatusFormProps {
  assessment: string
  item: { code: string; version: number; declaredStatus: DeclaredStatus }
  /** The statuses with their words, in order. */
  options: { value: DeclaredStatus; label: string }[]
  /** Whose edits they are: they are kept under it. */
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
  const draft = useKeptDraft<Edited<'status' | 'reason' | 'until'>>(`declared/${userId}/${assessment}/${item.code}`)
  const stored = useStored({ status: item.declaredStatus, reason: '', until: '' }, item.version)
  const { values, isEdited, version, isOvertaken, edit, overtake } = editsOf(draft, stored.fields, stored.version)
  const { reason, until } = values
  const status = values.status as DeclaredStatus
  const word = (of: DeclaredStatus) => options.find(option => option.value === of)?.label ?? of
  const field = (name: keyof typeof values) => ({
    value: values[name], disabled: disabledReason !== undefined,
    onChange: (event: { target: { value: string } }) => edit({ [name]: event.target.value }),
  })

  return (
    <ActionForm
      action={declareStatus} words={words}
      onSaved={() => {
        stored.saved({ status, reason: '', until: '' })
        draft.drop()
      }}
      read={() => ({
        assessment, item: item.code, version, status,
        ...(status === 'not_applicable' && { notApplicable: { reason, until } }),
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {isOvertaken && (
            <Overtaken title={words.conflict} onKeepYours={overtake} onKeepTheirs={draft.drop} words={words}>
              <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4">
                <dt className="text-muted">{words.theirs}</dt><dd>{word(stored.fields.status)}</dd>
                <dt className="text-muted">{words.yours}</dt><dd>{word(status)}</dd>
              </dl>
            </Overtaken>
          )}
          <SelectField
            {...field('status')} name="status" label={words.label} hint={words.hint} options={options} error={errors.status}
          />
          {status === 'not_applicable' && stored.fields.status !== 'not_applicable' && (
            <>
              <TextArea
                {...field('reason')} name="notApplicable.reason" label={words.reason} hint={words.reasonHint}
                error={errors['notApplicable.reason']}
              />
              <DateField
                {...field('until')} name="notApplicable.until" label={words.until} hint={words.untilHint}
                error={errors['notApplicable.until']}
              />
            </>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
              {pending ? words.saving : words.save}
            </Button>
            {isEdited && !isOvertaken && <DiscardButton onDiscard={draft.drop}>{words.keepTheirs}</DiscardButton>}
          </div>
        </div>
      )}
    </ActionForm>
  )
}
