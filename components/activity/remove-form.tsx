'use client'

import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { removeComment } from '@/lib/actions/comments'

interface RemoveFormProps {
  assessment: string
  comment: string
  words: { remove: string; removing: string; problem: string; saved: string; lost: string }
}

/** Takes a comment of one's own back. */
export function RemoveForm({ assessment, comment, words }: RemoveFormProps) {
  return (
    <ActionForm once action={removeComment} words={words} read={() => ({ assessment, comment })}>
      {({ pending }) => (
        <Button type="submit" size="small" aria-busy={pending}>{pending ? words.removing : words.remove}</Button>
      )}
    </ActionForm>
  )
}
