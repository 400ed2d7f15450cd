'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { Notice } from '@/components/ui/notice'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { planItem } from '@/lib/actions/items'

interface Plan {
  version: number
  assigneeId: string | null
  reviewerId: string | null
  dueOn: string | null
}

interface PlanFormProps {
  assessment: string
  code: string
  plan: Plan
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
export function PlanForm({ assessment, code, plan, assignees, reviewers, disabledReason, words }: PlanFormProps) {
  // What the fields started from, and the version that the viewer means to replace.
  const [base, setBase] = useState(plan)
  const [version, setVersion] = useState(plan.version)
  const [edited, setEdited] = useState(false)
  const [dueOn, setDueOn] = useState(plan.dueOn ?? '')
  if (!edited && base.version !== plan.version) {
    setBase(plan)
    setVersion(plan.version)
    setDueOn(plan.dueOn ?? '')
  }
  const disabled = disabledReason !== undefined
  const moved = dueOn !== (plan.dueOn ?? '')

  return (
    <ActionForm
      action={planItem} words={words} onSaved={() => setEdited(false)}
      read={form => ({
        assessment, item: code, version,
        assigneeId: String(form.get('assigneeId') ?? '') || null,
        reviewerId: String(form.get('reviewerId') ?? '') || null,
        dueOn: dueOn || null,
        ...(moved && { reason: String(form.get('reason') ?? '') }),
      })}
    >
      {({ errors, pending }) => (
        // Fields start anew at the stored values whenever these change under an untouched form.
        <div key={base.version} className="space-y-4" onChange={() => setEdited(true)}>
          {edited && version !== plan.version && (
            <Notice tone="warn" title={words.conflict} live>
              <p>{words.conflictAdvice}</p>
              <div className="mt-2 flex flex-wrap gap-2">
                <Button size="small" onClick={() => setVersion(plan.version)}>{words.keepYours}</Button>
                <Button size="small" onClick={() => setEdited(false)}>{words.keepTheirs}</Button>
              </div>
            </Notice>
          )}
          <SelectField
            name="assigneeId" label={words.assignee} options={assignees} emptyOption={words.nobody}
            defaultValue={base.assigneeId ?? ''} error={errors.assigneeId} disabled={disabled}
          />
          <SelectField
            name="reviewerId" label={words.reviewer} hint={words.reviewerHint} options={reviewers} emptyOption={words.nobody}
            defaultValue={base.reviewerId ?? ''} error={errors.reviewerId} disabled={disabled}
          />
          <DateField
            name="dueOn" label={words.due} value={dueOn} onChange={event => setDueOn(event.target.value)}
            error={errors.dueOn} disabled={disabled}
          />
          {moved && <TextArea name="reason" label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} />}
          <Button type="submit" aria-busy={pending} disabledReason={disabledReason}>{pending ? words.saving : words.save}</Button>
        </div>
      )}
    </ActionForm>
  )
}
