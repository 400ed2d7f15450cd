'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateField } from '@/components/ui/date-field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { changeItems } from '@/lib/actions/item-changes'

interface Choice {
  value: string
  label: string
}

export interface BulkBarProps {
  assessment: string
  /** Each as `CODE@VERSION`. */
  selected: readonly string[]
  statuses: readonly Choice[]
  /** Every team. */
  teams: readonly Choice[]
  /** People of the viewer's teams. */
  assignees: readonly Choice[]
  words: {
    title: string; selected: string; change: string; clear: string
    unchanged: string; nobody: string; status: string; assignee: string; due: string; withoutDue: string; reason: string
    reasonMissing: string; invalid: string; teams: string; teamsHint: string; apply: string; saving: string; close: string
    done: string; problem: string; saved: string; lost: string
  }
  onDone: () => void
}

type Input = Parameters<typeof changeItems>[0]

/** What is done to all selected rows at once; in sight while any is. */
export function BulkBar({ assessment, selected, statuses, teams, assignees, words, onDone }: BulkBarProps) {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(false)
  const chosen = selected.length > 0
  const count = `${words.selected}: ${selected.length}`
  if (chosen && done) setDone(false)

  function read(form: FormData): Input {
    const value = (name: string) => String(form.get(name) ?? '')
    const ownerTeams = form.getAll('ownerTeams').map(String)
    const dueOn = form.has('withoutDue') ? null : value('dueOn') || undefined
    const change = {
      ...(value('status') && { status: value('status') as 'done' }),
      ...(value('assigneeId') && { assigneeId: value('assigneeId') === nobody ? null : value('assigneeId') }),
      ...(dueOn !== undefined && { dueOn, ...(value('reason').trim() && { reason: value('reason') }) }),
      ...(ownerTeams.length > 0 && { ownerTeams }),
    }
    return {
      assessment,
      changes: selected.map(row => {
        const [item = '', version] = row.split('@')
        return { item, version: Number(version), ...change }
      }),
    }
  }

  async function apply(input: Input) {
    if (input.changes.some(({ dueOn, reason }) => dueOn !== undefined && !reason))
      return { ok: false as const, code: 'invalid_input', message: words.invalid, fields: { reason: words.reasonMissing } }
    const answer = await changeItems(input)
    if (answer.ok || answer.code !== 'items_refused') return answer
    return { ...answer, fields: Object.fromEntries(Object.entries(answer.fields ?? {}).map(([code, why]) => [code, `${code}: ${why}`])) }
  }

  function saved() {
    setOpen(false)
    setDone(true)
    onDone()
  }

  return (
    <>
      <p role="status" className={chosen || !done ? 'sr-only' : 'mt-3 font-medium text-good'}>
        {chosen ? count : done && words.done}
      </p>
      {chosen && (
        <section
          aria-label={words.title}
          className="sticky bottom-0 z-20 mt-3 max-h-[80dvh] overflow-y-auto border border-edge bg-raised p-3 shadow-lg print:hidden"
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="font-medium">{count}</p>
            <Button size="small" variant={open ? 'secondary' : 'primary'} aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? words.close : words.change}
            </Button>
            <Button size="small" variant="quiet" onClick={onDone}>{words.clear}</Button>
          </div>
          {open && (
            <ActionForm action={apply} read={read} words={words} onSaved={saved} className="mt-3">
              {({ errors, pending }) => (
                <div className="space-y-3">
                  <div className="grid items-start gap-x-6 gap-y-3 tablet:grid-cols-2 lg:grid-cols-4">
                    <SelectField name="status" label={words.status} options={statuses} emptyOption={words.unchanged} error={errors.status} />
                    <SelectField
                      name="assigneeId" label={words.assignee} emptyOption={words.unchanged} error={errors.assigneeId}
                      options={[{ value: nobody, label: words.nobody }, ...assignees]}
                    />
                    <div>
                      <DateField name="dueOn" label={words.due} error={errors.dueOn} />
                      <Checkbox name="withoutDue" label={words.withoutDue} />
                    </div>
                    <TextArea name="reason" label={words.reason} error={errors.reason} rows={1} className="min-h-9!" />
                  </div>
                  <details>
                    <summary className="w-fit text-accent">{words.teams}</summary>
                    <fieldset>
                      <legend className="text-small text-muted">{words.teamsHint}</legend>
                      <div className="flex flex-wrap gap-x-6">
                        {teams.map(({ value, label }) => (
                          <Checkbox key={value} id={`owner-${value}`} name="ownerTeams" value={value} label={label} />
                        ))}
                      </div>
                    </fieldset>
                  </details>
                  <Button type="submit" variant="primary" aria-busy={pending}>{pending ? words.saving : words.apply}</Button>
                </div>
              )}
            </ActionForm>
          )}
        </section>
      )}
    </>
  )
}

const nobody = 'nobody'
