'use client'

import type { FormWords } from '@/components/forms/form-words'
import { useKeptFields } from '@/components/forms/kept-fields'
import { RenewingForm } from '@/components/forms/renewing-form'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { setDelegation } from '@/lib/actions/administration'

interface DelegationFormProps {
  people: { value: string; label: string }[]
  /** The first day that can be chosen. */
  today: string
  /** Whose words they are: a draft is kept under it. */
  userId: string
  disabledReason?: string
  words: FormWords & {
    absent: string; delegate: string; delegateHint: string; from: string; until: string; reason: string; choose: string
  }
}

/** Lets somebody do an absent person's work for some days. */
export function DelegationForm({ people, today, userId, disabledReason, words }: DelegationFormProps) {
  const disabled = disabledReason !== undefined
  const { values, field, drop } = useKeptFields(`delegation/${userId}`, { absentId: '', delegateId: '', from: today, until: '', reason: '' })
  return (
    <RenewingForm
      action={setDelegation} words={words} onSaved={drop}
      read={() => ({ ...values, reason: values.reason.trim() || null })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <SelectField
            {...field('absentId')} label={words.absent} options={people} emptyOption={words.choose} error={errors.absentId} disabled={disabled}
          />
          <SelectField
            {...field('delegateId')} label={words.delegate} hint={words.delegateHint} options={people} emptyOption={words.choose}
            error={errors.delegateId} disabled={disabled}
          />
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <DateField {...field('from')} label={words.from} min={today} error={errors.from} disabled={disabled} />
            <DateField {...field('until')} label={words.until} min={today} error={errors.until} disabled={disabled} />
          </div>
          <TextArea {...field('reason')} label={words.reason} error={errors.reason} rows={2} disabled={disabled} maxLength={2000} />
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      )}
    </RenewingForm>
  )
}
