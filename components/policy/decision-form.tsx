'use client'

import { useRef } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import type { FormWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { decidePolicy } from '@/lib/actions/policy'

interface DecisionFormProps {
  assessment: string
  proposal: string
  /** Why the viewer cannot decide at all, or cannot approve. */
  disabledReason?: string
  approveDisabledReason?: string
  words: FormWords & { reason: string; reasonHint: string; approve: string; refuse: string }
}

/** The second administrator's ruling; a refusal needs its reason. */
export function DecisionForm({ assessment, proposal, disabledReason, approveDisabledReason, words }: DecisionFormProps) {
  const approve = useRef(false)
  return (
    <ActionForm
      once action={decidePolicy} words={words}
      read={form => ({ assessment, proposal, approve: approve.current, reason: String(form.get('reason') ?? '').trim() || null })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <TextArea
            name="reason" label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} maxLength={2000}
            disabled={disabledReason !== undefined}
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
