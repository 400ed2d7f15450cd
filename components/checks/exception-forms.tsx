'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import type { FormWords } from '@/components/forms/form-words'
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
  words: FormWords & { reason: string; reasonHint: string; until: string }
}

/** Asks that what a check finds be set aside until a day. */
export function ExceptionForm({ assessment, item, check, today, words }: ExceptionFormProps) {
  return (
    <ActionForm
      once action={requestFindingException} words={words}
      read={form => ({ assessment, item, check, reason: String(form.get('reason') ?? '').trim(), until: String(form.get('until') ?? '') })}
    >
      {({ errors, pending }) => (
        <div className="space-y-3">
          <TextArea name="reason" id={`exception-reason-${check}`} label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} />
          <DateField name="until" id={`exception-until-${check}`} label={words.until} error={errors.until} min={today} />
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
