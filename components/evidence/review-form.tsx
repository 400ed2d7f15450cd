'use client'

import { useRef, useState } from 'react'
import { ActionForm, type Answer } from '@/components/forms/action-form'
import { useDraft } from '@/components/forms/draft'
import { Button } from '@/components/ui/button'
import { KeyHint } from '@/components/ui/key-hint'
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

type Ruling = 'accept' | 'reject'

/** Accepts or rejects a revision. A rejection says why, so that its submitter knows what to do. */
export function ReviewForm({ assessment, revision, userId, disabledReason, keys, next, words }: ReviewFormProps & {
  /** Whose words they are: a draft of the reason is kept under it. */
  userId: string
  /** Why the viewer cannot review it now. */
  disabledReason?: string
  /** The keys that do the same; whoever gives them listens for them. */
  keys?: { reason: string; accept: string; reject: string }
  /** Where to go once it is reviewed. */
  next?: string
}) {
  const [reason, setReason] = useDraft(`review/${userId}/${revision}`)
  // The button says what the form that it sends means, and a form is read at once.
  const pressed = useRef<Ruling>('accept')
  const [sent, setSent] = useState<Ruling>('accept')
  const press = (ruling: Ruling) => {
    pressed.current = ruling
    setSent(ruling)
  }
  const rule = (input: { ruling: Ruling; reason: string }): Promise<Answer> => input.ruling === 'accept'
    ? acceptEvidence({ assessment, revision, reason: input.reason || null })
    : rejectEvidence({ assessment, revision, reason: input.reason })
  return (
    <ActionForm
      once action={rule} words={words} read={() => ({ ruling: pressed.current, reason: reason.trim() })}
      onSaved={() => {
        setReason('')
        if (next) window.location.assign(next)
      }}
    >
      {({ errors, pending }) => (
        <div className="space-y-3">
          <TextArea
            name="reason" id={`reason-${revision}`} hint={words.reasonHint} rows={2} error={errors.reason}
            label={<>{words.reason} {keys && <KeyHint>{keys.reason}</KeyHint>}</>} aria-keyshortcuts={keys?.reason}
            value={reason} onChange={event => setReason(event.target.value)}
          />
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason} keyHint={keys?.accept}
              onClick={() => press('accept')}
            >
              {pending && sent === 'accept' ? words.sending : words.accept}
            </Button>
            <Button
              type="submit" aria-busy={pending} disabledReason={disabledReason} keyHint={keys?.reject}
              onClick={() => press('reject')}
            >
              {pending && sent === 'reject' ? words.sending : words.reject}
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
      once words={words} read={readReason}
      action={input => withdrawEvidence({ assessment, revision, reason: input.reason ?? '' })}
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
