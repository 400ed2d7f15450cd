'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import type { FormWords } from '@/components/forms/form-words'
import { useKeptFields } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { TextArea } from '@/components/ui/text-area'
import { decideFindingException, requestFindingException } from '@/lib/actions/finding-exceptions'
import type { LocalDate } from '@/lib/domain/dates'

interface ExceptionFormProps {
  assessment: string
  item: string
  check: string
  today: LocalDate
  /** Whose words they are: a draft is kept under it. */
  userId: string
  words: FormWords & { reason: string; reasonHint: string; until: string }
}

/** Asks that what a check finds be set aside until a day. */
export function ExceptionForm({ assessment, item, check, today, userId, words }: ExceptionFormProps) {
  const { values, field, drop } = useKeptFields(`exception/${userId}/${assessment}/${item}/${check}`, { reason: '', until: '' })
  return (
    <ActionForm
      once action={requestFindingException} words={words} onSaved={drop}
      read={() => ({ assessment, item, check, reason: values.reason.trim(), until: values.until })}
    >
      {({ errors, pending }) => (
        <div className="space-y-3">
          <TextArea {...field('reason')} id={`exception-reason-${check}`} label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} />
          <DateField {...field('until')} id={`exception-until-${check}`} label={words.until} error={errors.until} min={today} />
          <Button type="submit" aria-busy={pending}>{pending ? words.saving : words.save}</Button>
        </div>
      )}
    </ActionForm>
  )
}

interface ExceptionRulingFormProps {
  assessment: string
  exception: string
  canApprove: boolean
  words: FormWords & { approve: string; refuse: string }
}

/** Approves or refuses it, or takes the approval back. */
export function ExceptionRulingForm({ assessment, exception, canApprove, words }: ExceptionRulingFormProps) {
  const [approve, setApprove] = useState(true)
  return (
    <ActionForm once action={decideFindingException} words={words} read={() => ({ assessment, exception, approve })}>
      {({ pending }) => (
        <div className="flex flex-wrap gap-2 print:hidden">
          {canApprove && (
            <Button type="submit" size="small" variant="primary" aria-busy={pending} onClick={() => setApprove(true)}>
              {pending && approve ? words.saving : words.approve}
            </Button>
          )}
          <Button type="submit" size="small" aria-busy={pending} onClick={() => setApprove(false)}>
            {pending && !approve ? words.saving : words.refuse}
          </Button>
        </div>
      )}
    </ActionForm>
  )
}
