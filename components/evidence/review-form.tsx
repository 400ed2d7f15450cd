'use client'

import { useState } from 'react'
import { ActionForm, type Answer } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { acceptEvidence, rejectEvidence, withdrawEvidence } from '@/lib/actions/evidence'

interface ReviewWords {
  reason: string
  reasonHint: string
  accept: string
  reject: string
  withdraw: string
  sending: string
  problem: string
  saved: string
  lost: string
}

interface ReviewFormProps {
  assessment: string
  revision: string
  words: ReviewWords
}

/** Accepts or rejects a revision. A rejection says why, so that its submitter knows what to do. */
export function ReviewForm({ assessment, revision, words }: ReviewFormProps) {
  const [ruling, setRuling] = useState<'accept' | 'reject'>('accept')
  const rule = (input: { reason: string | null }): Promise<Answer> => ruling === 'accept'
    ? acceptEvidence({ assessment, revision, reason: input.reason })
    : rejectEvidence({ assessment, revision, reason: input.reason ?? '' })
  return (
    <ActionForm action={rule} words={words} read={readReason}>
      {({ errors, pending }) => (
        <div className="space-y-3">
          <TextArea name="reason" id={`reason-${revision}`} label={words.reason} hint={words.reasonHint} rows={2} error={errors.reason} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" aria-busy={pending} onClick={() => setRuling('accept')}>
              {pending && ruling === 'accept' ? words.sending : words.accept}
            </Button>
            <Button type="submit" aria-busy={pending} onClick={() => setRuling('reject')}>
              {pending && ruling === 'reject' ? words.sending : words.reject}
            </Button>
          </div>
        </div>
      )}
    </ActionForm>
  )
}

/** Takes an acceptance back, with the reason. */
export function WithdrawForm({ assessment, revision, words }: ReviewFormProps) {
  return (
    <ActionForm
      action={input => withdrawEvidence({ assessment, revision, reason: input.reason ?? '' })} words={words} read={readReason}
    >
      {({ errors, pending }) => (
        <div className="space-y-3">
          <TextArea name="reason" id={`reason-${revision}`} label={words.reason} rows={2} error={errors.reason} />
          <Button type="submit" aria-busy={pending}>{pending ? words.sending : words.withdraw}</Button>
        </div>
      )}
    </ActionForm>
  )
}

function readReason(form: FormData): { reason: string | null } {
  return { reason: String(form.get('reason') ?? '').trim() || null }
}
