'use client'

import { ActionForm } from '@/components/forms/action-form'
import type { FormWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { proposePolicy } from '@/lib/actions/policy'
import type { Criticality } from '@/lib/domain/items'

const numbers = ['closeWithinDays', 'horizonDays', 'decisionDays', 'extensions'] as const

interface ProposalFormProps {
  assessment: string
  baseVersion: number
  /** The items of the go/no-go list, with what the policy in force makes of each. */
  items: readonly { code: string; requirement: string; criticality: Criticality }[]
  terms: Record<(typeof numbers)[number], number>
  disabledReason?: string
  words: FormWords & {
    items: string; criticalities: readonly { value: Criticality; label: string }[]
    numbers: Record<(typeof numbers)[number], string>; reason: string; reasonHint: string; propose: string
  }
}

/** Proposes another policy: what each item of the list is, and the days that the rules count with. */
export function ProposalForm({ assessment, baseVersion, items, terms, disabledReason, words }: ProposalFormProps) {
  const disabled = disabledReason !== undefined
  return (
    <ActionForm
      action={proposePolicy} words={words}
      read={form => {
        const made = (criticality: Criticality) => items.filter(({ code }) => form.get(`item.${code}`) === criticality).map(({ code }) => code)
        const number = (name: string) => (form.get(name) === '' ? Number.NaN : Number(form.get(name)))
        return {
          assessment, baseVersion, gates: made('gate'), critical: made('critical'), reason: String(form.get('reason') ?? ''),
          closeWithinDays: number('closeWithinDays'), horizonDays: number('horizonDays'),
          decisionDays: number('decisionDays'), extensions: number('extensions'),
        }
      }}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <fieldset>
            <legend className="mb-2 font-medium">{words.items}</legend>
            {(['gates', 'critical'] as const).map(list => errors[list] && <FieldError key={list} id={list}>{errors[list]}</FieldError>)}
            <div className="grid gap-x-8 gap-y-3 desk:grid-cols-2" id="gates" tabIndex={-1}>
              {items.map(({ code, requirement, criticality }) => (
                <SelectField
                  key={code} name={`item.${code}`} options={words.criticalities} defaultValue={criticality} disabled={disabled}
                  label={<><span className="mr-2 font-mono text-small">{code}</span><span className="font-normal">{requirement}</span></>}
                />
              ))}
            </div>
          </fieldset>
          <div className="grid gap-x-8 gap-y-4 desk:grid-cols-2">
            {numbers.map(name => (
              <TextField
                key={name} name={name} type="number" min={0} label={words.numbers[name]} defaultValue={terms[name]} error={errors[name]}
                disabled={disabled} className="desk:w-32"
              />
            ))}
          </div>
          <TextArea name="reason" label={words.reason} hint={words.reasonHint} error={errors.reason} rows={3} maxLength={2000} disabled={disabled} />
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.saving : words.propose}
          </Button>
        </div>
      )}
    </ActionForm>
  )
}
