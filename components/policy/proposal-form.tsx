'use client'

import { ActionForm } from '@/components/forms/action-form'
import { DiscardButton } from '@/components/forms/discard-button'
import { useKeptDraft } from '@/components/forms/draft'
import { editsOf, type Edited } from '@/components/forms/edits'
import type { FormWords } from '@/components/forms/form-words'
import { Overtaken } from '@/components/forms/overtaken'
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
  /** The version in force. */
  version: number
  /** Whose words they are: a draft is kept under it. */
  userId: string
  /** The items of the go/no-go list, with what the policy in force makes of each. */
  items: readonly { code: string; requirement: string; criticality: Criticality }[]
  terms: Record<(typeof numbers)[number], number>
  /** Why it cannot be sent now; it can be written all the same. */
  disabledReason?: string
  words: FormWords & {
    items: string; criticalities: readonly { value: Criticality; label: string }[]
    numbers: Record<(typeof numbers)[number], string>; reason: string; reasonHint: string; propose: string
    overtaken: string; overtakenAdvice: string; keepYours: string; keepTheirs: string
  }
}

type Name = `item.${string}` | (typeof numbers)[number] | 'reason'

/**
 * Proposes another policy: what each item of the list is, and the days that the rules count with. What is written
 * stays while somebody else proposes and a second one decides, and is then for the version that this leads to.
 */
export function ProposalForm({ assessment, version, userId, items, terms, disabledReason, words }: ProposalFormProps) {
  const draft = useKeptDraft<Edited<Name>>(`policy/${userId}/${assessment}`)
  const edits = editsOf(draft, storedIn(items, terms), version)
  const { values, isEdited, isOvertaken } = edits
  const field = (name: Name) => ({
    name, value: values[name], onChange: (event: { target: { value: string } }) => edits.edit({ [name]: event.target.value }),
  })
  return (
    <ActionForm
      action={proposePolicy} words={words} onSaved={draft.drop}
      read={() => {
        const made = (criticality: Criticality) => items.filter(({ code }) => values[`item.${code}`] === criticality).map(({ code }) => code)
        const number = (name: (typeof numbers)[number]) => (values[name] === '' ? Number.NaN : Number(values[name]))
        return {
          assessment, baseVersion: edits.version, gates: made('gate'), critical: made('critical'), reason: values.reason,
          closeWithinDays: number('closeWithinDays'), horizonDays: number('horizonDays'),
          decisionDays: number('decisionDays'), extensions: number('extensions'),
        }
      }}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {isOvertaken && (
            <Overtaken title={words.overtaken} onKeepYours={edits.overtake} onKeepTheirs={draft.drop} words={words}>
              <p>{words.overtakenAdvice}</p>
            </Overtaken>
          )}
          <fieldset>
            <legend className="mb-2 font-medium">{words.items}</legend>
            {(['gates', 'critical'] as const).map(list => errors[list] && <FieldError key={list} id={list}>{errors[list]}</FieldError>)}
            <div className="grid gap-x-8 gap-y-3 desk:grid-cols-2" id="gates" tabIndex={-1}>
              {items.map(({ code, requirement }) => (
                <SelectField
                  key={code} {...field(`item.${code}`)} options={words.criticalities}
                  label={<><span className="mr-2 font-mono text-small">{code}</span><span className="font-normal">{requirement}</span></>}
                />
              ))}
            </div>
          </fieldset>
          <div className="grid gap-x-8 gap-y-4 desk:grid-cols-2">
            {numbers.map(name => (
              <TextField
                key={name} {...field(name)} type="number" min={0} label={words.numbers[name]} error={errors[name]} className="desk:w-32"
              />
            ))}
          </div>
          <TextArea {...field('reason')} label={words.reason} hint={words.reasonHint} error={errors.reason} rows={3} maxLength={2000} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
              {pending ? words.saving : words.propose}
            </Button>
            {isEdited && !isOvertaken && <DiscardButton onDiscard={draft.drop}>{words.keepTheirs}</DiscardButton>}
          </div>
        </div>
      )}
    </ActionForm>
  )
}

function storedIn(items: ProposalFormProps['items'], terms: ProposalFormProps['terms']): Record<Name, string> {
  const { closeWithinDays, horizonDays, decisionDays, extensions } = terms
  return {
    ...Object.fromEntries(items.map(({ code, criticality }) => [`item.${code}`, criticality])),
    closeWithinDays: String(closeWithinDays), horizonDays: String(horizonDays), decisionDays: String(decisionDays),
    extensions: String(extensions), reason: '',
  }
}
