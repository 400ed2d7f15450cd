'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { DiscardButton } from '@/components/forms/discard-button'
import { useKeptDraft, type Draft } from '@/components/forms/draft'
import { editsOf, type Edited } from '@/components/forms/edits'
import { Overtaken } from '@/components/forms/overtaken'
import { useStored } from '@/components/forms/stored'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { updateTask } from '@/lib/actions/tasks'
import type { TaskFacts } from '@/lib/domain/roadmap'

export interface TaskFormProps {
  assessment: string
  task: Pick<TaskFacts, 'code' | 'state' | 'startOn' | 'dueOn'> & { version: number }
  /** The states with their words, in order. */
  options: { value: TaskFacts['state']; label: string }[]
  /** Why the viewer cannot change it. */
  disabledReason?: string
  onSaved?: () => void
  words: {
    state: string; stateHint: string; start: string; due: string; reason: string; reasonHint: string
    /** What is stored now, in words. */
    stored: string
    conflict: string; theirs: string; keepYours: string; keepTheirs: string
    save: string; saving: string; problem: string; saved: string; lost: string
  }
}

type EditedName = 'state' | 'startOn' | 'dueOn' | 'reason'
export type TaskEdits = Edited<EditedName>

/**
 * Declares a task's state and moves its dates, which asks for the reason. Where somebody else was faster both are
 * shown and neither is lost.
 */
export function TaskForm({ assessment, task, options, disabledReason, draft, onSaved, words, children }: TaskFormProps & {
  draft: Draft<TaskEdits>
  /** What stands beside its button. */
  children?: ReactNode
}) {
  const shown: Record<EditedName, string> = { state: task.state, startOn: task.startOn ?? '', dueOn: task.dueOn ?? '', reason: '' }
  const stored = useStored(shown, task.version)
  const { values, version, isOvertaken, edit, overtake } = editsOf(draft, stored.fields, stored.version)
  const moved = values.startOn !== stored.fields.startOn || values.dueOn !== stored.fields.dueOn
  const field = (name: EditedName) => ({
    name, value: values[name], disabled: disabledReason !== undefined,
    onChange: (event: { target: { value: string } }) => edit({ [name]: event.target.value }),
  })

  return (
    <ActionForm
      action={updateTask} words={words}
      onSaved={() => {
        stored.saved({ ...values, reason: '' })
        draft.drop()
        onSaved?.()
      }}
      read={() => ({
        assessment, task: task.code, version, state: values.state as TaskFacts['state'],
        startOn: values.startOn || null, dueOn: values.dueOn || null, ...(moved && { reason: values.reason }),
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {isOvertaken && (
            <Overtaken title={words.conflict} onKeepYours={overtake} onKeepTheirs={draft.drop} words={words}>
              <p><span className="text-muted">{words.theirs}:</span> {words.stored}</p>
            </Overtaken>
          )}
          <SelectField {...field('state')} label={words.state} hint={words.stateHint} options={options} error={errors.state} />
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <DateField {...field('startOn')} label={words.start} error={errors.startOn} />
            <DateField {...field('dueOn')} label={words.due} error={errors.dueOn} />
          </div>
          {moved && (
            <TextArea {...field('reason')} label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} required />
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
              {pending ? words.saving : words.save}
            </Button>
            {children}
          </div>
        </div>
      )}
    </ActionForm>
  )
}

/** The same, where what was edited outlives the page and the session. */
export function KeptTaskForm({ userId, ...form }: TaskFormProps & {
  /** Whose edits they are: they are kept under it. */
  userId: string
}) {
  const { assessment, task, words } = form
  const draft = useKeptDraft<TaskEdits>(`task/${userId}/${assessment}/${task.code}`)
  return (
    <TaskForm {...form} draft={draft}>
      {draft.fields?.version === task.version && <DiscardButton onDiscard={draft.drop}>{words.keepTheirs}</DiscardButton>}
    </TaskForm>
  )
}
