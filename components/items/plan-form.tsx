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
import { planItem } from '@/lib/actions/items'

interface PlanFormProps {
  assessment: string
  code: string
  plan: { version: number; assigneeId: string | null; reviewerId: string | null; dueOn: string | null }
  /** Whose edits they are: they are kept under it. */
  userId: string
  /** People of the owning teams. */
  assignees: { value: string; label: string }[]
  /** People of other teams. */
  reviewers: { value: string; label: string }[]
  disabledReason?: string
  words: {
    assignee: string; reviewer: string; reviewerHint: string; nobody: string; due: string; reason: string
    reasonHint: string; save: string; saving: string; conflict: string; conflictAdvice: string; keepYours: string; keepTheirs: string
    problem: string; saved: string; lost: string
  }
}

/** Who does the item, who may review it, and by when. A date that moves asks for its reason. */
export function PlanForm({ assessment, code, plan, userId, assignees, reviewers, disabledReason, words }: PlanFormProps) {
  const draft = useKeptDraft<Edited<'assigneeId' | 'reviewerId' | 'dueOn' | 'reason'>>(`plan/${userId}/${assessment}/${code}`)
  const shown = { assigneeId: plan.assigneeId ?? '', reviewerId: plan.reviewerId ?? '', dueOn: plan.dueOn ?? '', reason: '' }
  const stored = useStored(shown, plan.version)
  const { values, isEdited, version, isOvertaken, edit, overtake } = editsOf(draft, stored.fields, stored.version)
  const disabled = disabledReason !== undefined
  const moved = values.dueOn !== stored.fields.dueOn
  const field = (name: keyof typeof shown) => ({
    name, value: values[name], disabled, onChange: (event: { target: { value: string } }) => edit({ [name]: event.target.value }),
  })

  return (
    <ActionForm
      action={planItem} words={words}
      onSaved={() => {
        stored.saved({ ...values, reason: '' })
        draft.drop()
      }}
      read={() => ({
        assessment, item: code, version,
        assigneeId: values.assigneeId || null, reviewerId: values.reviewerId || null, dueOn: values.dueOn || null,
        ...(moved && { reason: values.reason }),
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {isOvertaken && (
            <Overtaken title={words.conflict} onKeepYours={overtake} onKeepTheirs={draft.drop} words={words}>
              <p>{words.conflictAdvice}</p>
            </Overtaken>
          )}
          <SelectField
            {...field('assigneeId')} label={words.assignee} options={assignees} emptyOption={words.nobody} error={errors.assigneeId}
          />
          <SelectField
            {...field('reviewerId')} label={words.reviewer} hint={words.reviewerHint} options={reviewers} emptyOption={words.nobody}
            error={errors.reviewerId}
          />
          <DateField {...field('dueOn')} label={words.due} error={errors.dueOn} />
          {moved && <TextArea {...field('reason')} label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" aria-busy={pending} disabledReason={disabledReason}>{pending ? words.saving : words.save}</Button>
            {isEdited && !isOvertaken && <DiscardButton onDiscard={draft.drop}>{words.keepTheirs}</DiscardButton>}
          </div>
        </div>
      )}
    </ActionForm>
  )
}
