'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { Notice } from '@/components/ui/notice'
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
  /** Dates that the viewer has already moved it to. */
  proposed?: { startOn: string; dueOn: string }
  onSaved?: () => void
  words: {
    state: string; stateHint: string; start: string; due: string; reason: string; reasonHint: string
    /** What is stored now, in words. */
    stored: string
    conflict: string; theirs: string; keepYours: string; keepTheirs: string
    save: string; saving: string; problem: string; saved: string; lost: string
  }
}

/** What the viewer changed and has not saved; what is absent stays as it is stored. */
interface Edits {
  state?: TaskFacts['state']
  startOn?: string
  dueOn?: string
}

/**
 * Declares a task's state and moves its dates, which asks for the reason. Where somebody else was faster both are
 * shown and neither is lost.
 */
export function TaskForm({ assessment, task, options, disabledReason, proposed, onSaved, words }: TaskFormProps) {
  const [edits, setEdits] = useState<Edits | null>(proposed ?? null)
  // The version that the viewer means to replace.
  const [version, setVersion] = useState(task.version)
  if (edits === null && version !== task.version) setVersion(task.version)
  const state = edits?.state ?? task.state
  const startOn = edits?.startOn ?? task.startOn ?? ''
  const dueOn = edits?.dueOn ?? task.dueOn ?? ''
  const moved = startOn !== (task.startOn ?? '') || dueOn !== (task.dueOn ?? '')
  const edit = (change: Edits) => setEdits(before => ({ ...before, ...change }))
  const disabled = disabledReason !== undefined

  return (
    <ActionForm
      action={updateTask} words={words} onSaved={() => { setEdits(null); onSaved?.() }}
      read={form => ({
        assessment, task: task.code, version, state, startOn: startOn || null, dueOn: dueOn || null,
        ...(moved && { reason: String(form.get('reason') ?? '') }),
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {edits !== null && version !== task.version && (
            <Notice tone="warn" title={words.conflict} live>
              <p><span className="text-muted">{words.theirs}:</span> {words.stored}</p>
              <div className="mt-2 flex flex-wrap gap-2">
                <Button size="small" onClick={() => setVersion(task.version)}>{words.keepYours}</Button>
                <Button size="small" onClick={() => setEdits(null)}>{words.keepTheirs}</Button>
              </div>
            </Notice>
          )}
          <SelectField
            name="state" label={words.state} hint={words.stateHint} options={options} value={state} error={errors.state}
            onChange={event => edit({ state: event.target.value as TaskFacts['state'] })} disabled={disabled}
          />
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <DateField
              name="startOn" label={words.start} value={startOn} error={errors.startOn} disabled={disabled}
              onChange={event => edit({ startOn: event.target.value })}
            />
            <DateField
              name="dueOn" label={words.due} value={dueOn} error={errors.dueOn} disabled={disabled}
              onChange={event => edit({ dueOn: event.target.value })}
            />
          </div>
          {moved && (
            <TextArea
              name="reason" label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} required
            />
          )}
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      )}
    </ActionForm>
  )
}
