'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { decideNotApplicable } from '@/lib/actions/items'

interface ClaimFormProps {
  assessment: string
  claim: string
  words: { approve: string; refuse: string; sending: string; problem: string; saved: string; lost: string }
}

/** Approves or refuses a claim that an item does not apply. */
export function ClaimForm({ assessment, claim, words }: ClaimFormProps) {
  const [approve, setApprove] = useState(true)
  return (
    <ActionForm once action={decideNotApplicable} words={words} read={() => ({ assessment, claim, approve })} className="mt-2">
      {({ pending }) => (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" size="small" variant="primary" aria-busy={pending} onClick={() => setApprove(true)}>
            {pending && approve ? words.sending : words.approve}
          </Button>
          <Button type="submit" size="small" aria-busy={pending} onClick={() => setApprove(false)}>
            {pending && !approve ? words.sending : words.refuse}
          </Button>
        </div>
      )}
    </ActionForm>
  )
}
