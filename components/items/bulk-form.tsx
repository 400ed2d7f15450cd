'use client'

import { useRouter } from 'next/navigation'
import { useState, type ChangeEvent } from 'react'
import { ActionForm, type Answer } from '@/components/forms/action-form'
import type { Draft } from '@/components/forms/draft'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateField } from '@/components/ui/date-field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { changeItems } from '@/lib/actions/item-changes'
import type { Selection } from './selection'

interface Choice {
  value: string
  label: string
}

/** What was entered; empty is no change. */
export interface BulkEntries {
  status: string
  assigneeId: string
  dueOn: string
  withoutDue: boolean
  reason: string
  ownerTeams: readonly string[]
}

export interface BulkFormProps {
  assessment: string
  selection: Selection
  statuses: readonly Choice[]
  /** Every team. */
  teams: readonly Choice[]
  /** People of the viewer's teams. */
  assignees: readonly Choice[]
  draft: Draft<Partial<BulkEntries>>
  words: {
    unchanged: string; nobody: string; status: string; assignee: string; due: string; withoutDue: string; reason: string
    reasonMissing: string; invalid: string; nothingChosen: string; alreadySo: string; teams: string; teamsHint: string
    apply: string; saving: string; problem: string; saved: string; lost: string
  }
  /** Told how many were not so already. */
  onChanged: (count: number) => void
  onSaved: () => void
}

type Input = Parameters<typeof changeItems>[0]

const nobody = 'nobody'
const nothing: BulkEntries = { status: '', assigneeId: '', dueOn: '', withoutDue: false, reason: '', ownerTeams: [] }

/** Changes all selected rows at once, each from the version that was in sight when it was selected. */
export function BulkForm({ assessment, selection, statuses, teams, assignees, draft, words, onChanged, onSaved }: BulkFormProps) {
  const entries = { ...nothing, ...draft.fields }
  const { withoutDue, dueOn, ownerTeams } = entries
  const change = changeOf(entries)
  const movesDue = withoutDue || dueOn !== ''
  const [hadTeams] = useState(ownerTeams.length > 0)
  const router = useRouter()
  const field = (name: 'status' | 'assigneeId' | 'dueOn' | 'reason') => ({
    name, value: entries[name], onChange: (event: { target: { value: string } }) => draft.change({ [name]: event.target.value }),
  })

  function chooseTeam({ target: { value, checked } }: ChangeEvent<HTMLInputElement>) {
    draft.change({ ownerTeams: checked ? [...ownerTeams, value] : ownerTeams.filter(team => team !== value) })
  }

  async function apply(input: Input): Promise<Answer> {
    if (Object.keys(change).length === 0) return { ok: false, code: 'invalid_input', message: words.nothingChosen }
    if (movesDue && !change.reason)
      return { ok: false, code: 'invalid_input', message: words.invalid, fields: { reason: words.reasonMissing } }
    const answer = await changeItems(input)
    if (answer.ok && answer.value.changed === 0) return { ok: false, code: 'invalid_input', message: words.alreadySo }
    if (answer.ok) onChanged(answer.value.changed)
    if (answer.ok || answer.code !== 'items_refused') return answer
    // The page shows what others saved meanwhile, and the bar can compare.
    router.refresh()
    return { ...answer, fields: Object.fromEntries(Object.entries(answer.fields ?? {}).map(([code, why]) => [code, `${code}: ${why}`])) }
  }

  return (
    <ActionForm
      action={apply} words={words} onSaved={onSaved} className="mt-3"
      read={() => ({ assessment, changes: [...selection].map(([item, version]) => ({ item, version, ...change })) })}
    >
      {({ errors, pending }) => (
        <div className="space-y-3">
          <div className="grid items-start gap-x-6 gap-y-3 tablet:grid-cols-2 lg:grid-cols-4">
            <SelectField {...field('status')} label={words.status} options={statuses} emptyOption={words.unchanged} error={errors.status} />
            <SelectField
              {...field('assigneeId')} label={words.assignee} emptyOption={words.unchanged} error={errors.assigneeId}
              options={[{ value: nobody, label: words.nobody }, ...assignees]}
            />
            <div>
              <DateField {...field('dueOn')} label={words.due} error={errors.dueOn} disabled={withoutDue} />
              <Checkbox
                name="withoutDue" label={words.withoutDue} checked={withoutDue}
                onChange={event => draft.change({ withoutDue: event.target.checked })}
              />
            </div>
            {movesDue && <TextArea {...field('reason')} label={words.reason} error={errors.reason} rows={1} className="min-h-9!" />}
          </div>
          <details open={hadTeams}>
            <summary className="w-fit text-accent">{words.teams}</summary>
            <fieldset>
              <legend className="text-small text-muted">{words.teamsHint}</legend>
              <div className="flex flex-wrap gap-x-6">
                {teams.map(({ value, label }) => (
                  <Checkbox
                    key={value} id={`owner-${value}`} name="ownerTeams" value={value} label={label}
                    checked={ownerTeams.includes(value)} onChange={chooseTeam}
                  />
                ))}
              </div>
            </fieldset>
          </details>
          <Button type="submit" variant="primary" aria-busy={pending}>{pending ? words.saving : words.apply}</Button>
        </div>
      )}
    </ActionForm>
  )
}

/** What shall be different about each; a reason is of a date that moves. */
function changeOf({ status, assigneeId, dueOn, withoutDue, reason, ownerTeams }: BulkEntries): Omit<Input['changes'][number], 'item' | 'version'> {
  return {
    ...(status && { status: status as 'done' }),
    ...(assigneeId && { assigneeId: assigneeId === nobody ? null : assigneeId }),
    ...((withoutDue || dueOn) && { dueOn: withoutDue ? null : dueOn, ...(reason.trim() && { reason }) }),
    ...(ownerTeams.length > 0 && { ownerTeams: [...ownerTeams] }),
  }
}
