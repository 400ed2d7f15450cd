'use client'

import { useRef } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { useDraft } from '@/components/forms/draft'
import type { FormWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { decidePolicy } from '@/lib/actions/policy'

interface DecisionFormProps {
  assessment: string
  proposal: string
  /** Whose words they are: a draft of the reason is kept under it, for whichever proposal waits. */
  userId: string
  /** Why the viewer cannot decide at all, or cannot approve. */
  disabledReason?: string
  approveDisabledReason?: string
  words: FormWords & { reason: string; reasonHint: string; approve: string; refuse: string }
}

/** The second administrator's ruling; a refusal needs its reason. */
export function DecisionForm({ assessment, proposal, userId, disabledReason, approveDisabledReason, words }: DecisionFormProps) {
  const approve = useRef(false)
  const [reason, setReason] = useDraft(`policy-ruling/${userId}/${assessment}`)
  return (
    <ActionForm
      once action={decidePolicy} words={words} onSaved={() => setReason('')}
      read={() => ({ assessment, proposal, approve: approve.current, reason: reason.trim() || null })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <TextArea
            name="reason" id="ruling-reason" label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} maxLength={2000}
            value={reason} onChange={event => setReason(event.target.value)} disabled={disabledReason !== undefined}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason ?? approveDisabledReason}
              onClick={() => { approve.current = true }}
            >
              {words.approve}
            </Button>
            {disabledReason === undefined && (
              <Button type="submit" aria-busy={pending} onClick={() => { approve.current = false }}>{words.refuse}</Button>
            )}
          </div>
        </div>
      )}
    </ActionForm>
  )
}
