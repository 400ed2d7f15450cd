'use client'

import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { watchItem } from '@/lib/actions/comments'

interface WatchFormProps {
  assessment: string
  item: string
  /** Whether the viewer watches it now. */
  watching: boolean
  /** Why the viewer cannot change that. */
  disabledReason?: string
  words: { watch: string; unwatch: string; problem: string; saved: string; lost: string }
}

/** Starts or ends hearing of an item. */
export function WatchForm({ assessment, item, watching, disabledReason, words }: WatchFormProps) {
  return (
    <ActionForm action={watchItem} words={words} read={() => ({ assessment, item, watch: !watching })}>
      {({ pending }) => (
        <Button type="submit" size="small" aria-busy={pending} disabledReason={disabledReason}>
          {watching ? words.unwatch : words.watch}
        </Button>
      )}
    </ActionForm>
  )
}
