'use client'

import { ActionForm } from '@/components/forms/action-form'
import { useDraft } from '@/components/forms/draft'
import { Button } from '@/components/ui/button'
import { addComment } from '@/lib/actions/comments'
import { MentionField } from './mention-field'
import { withTokens, type Mentionable } from './mentions'

interface CommentFormProps {
  assessment: string
  item: string
  /** Whose words they are: a draft is kept under it. */
  userId: string
  people: readonly Mentionable[]
  /** Why the viewer cannot comment. */
  disabledReason?: string
  words: {
    label: string; hint: string; post: string; posting: string; people: string; choose: string
    problem: string; saved: string; lost: string
  }
}

/** Says something about an item. What is typed stays until it was taken, whatever happens to the page. */
export function CommentForm({ assessment, item, userId, people, disabledReason, words }: CommentFormProps) {
  const [text, setText] = useDraft(`comment/${userId}/${assessment}/${item}`)
  return (
    <ActionForm
      action={addComment} words={words} onSaved={() => setText('')}
      read={() => ({ assessment, item, body: withTokens(text, people) })}
    >
      {({ errors, pending }) => (
        <div className="space-y-3">
          <MentionField
            name="body" id="comment" label={words.label} hint={words.hint} rows={3} error={errors.body} words={words}
            value={text} onValue={setText} people={people} disabled={disabledReason !== undefined}
          />
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.posting : words.post}
          </Button>
        </div>
      )}
    </ActionForm>
  )
}
