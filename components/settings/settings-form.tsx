'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import type { FormWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { configureAssessment } from '@/lib/actions/assessments'
import { HolidayFields, readHolidays, type Holiday } from './holiday-fields'
import { IdentityFields, readIdentity, type Identity, type IdentityWords } from './identity-fields'

interface SettingsFormProps {
  assessment: string
  /** The revision that the fields show. */
  revision: number
  identity: Identity
  workingDays: readonly number[]
  holidays: readonly Holiday[]
  timeZones: readonly string[]
  disabledReason?: string
  words: FormWords & IdentityWords & {
    workingDays: string; days: readonly string[]; holidays: string
    holiday: { date: string; nameEs: string; nameEn: string; add: string; remove: string; none: string }
    moved: string; movedHint: string; moveDates: string; reason: string; reasonHint: string; renewed: string; reload: string
  }
}

/** Everything that an assessment has of its own. A moved T0 or go-live date says what it moves and asks for its reason. */
export function SettingsForm({ assessment, revision, identity, workingDays, holidays, timeZones, disabledReason, words }: SettingsFormProps) {
  // What the fields started from: what is stored may move on under what somebody is typing.
  const [base, setBase] = useState({ revision, identity, workingDays, holidays })
  const [edited, setEdited] = useState(false)
  const [dates, setDates] = useState({ startedOn: identity.startedOn, goLiveOn: identity.goLiveOn })
  const stored = JSON.stringify([identity, workingDays, holidays])
  const isOlder = stored !== JSON.stringify([base.identity, base.workingDays, base.holidays])
  const startAnew = () => {
    setBase({ revision, identity, workingDays, holidays })
    setDates({ startedOn: identity.startedOn, goLiveOn: identity.goLiveOn })
    setEdited(false)
  }
  if (isOlder && !edited) startAnew()
  const disabled = disabledReason !== undefined
  const startMoved = dates.startedOn !== base.identity.startedOn
  const moved = startMoved || dates.goLiveOn !== base.identity.goLiveOn

  return (
    <ActionForm
      action={configureAssessment} words={words} onSaved={() => setEdited(false)}
      read={form => ({
        assessment, revision: base.revision, ...readIdentity(form),
        workingDays: form.getAll('workingDays').map(Number), holidays: readHolidays(form),
        moveDates: startMoved && form.get('moveDates') !== null, reason: String(form.get('reason') ?? '').trim() || null,
      })}
    >
      {({ errors, pending }) => (
        // Fields start anew at the stored values whenever these change under an untouched form.
        <div
          key={base.revision} className="space-y-4"
          onChange={event => {
            setEdited(true)
            const { name, value } = event.target as unknown as HTMLInputElement
            if (name === 'startedOn' || name === 'goLiveOn') setDates({ ...dates, [name]: value })
          }}
        >
          {isOlder && edited && (
            <Notice tone="warn" title={words.renewed} live>
              <p className="mt-2"><Button size="small" onClick={startAnew}>{words.reload}</Button></p>
            </Notice>
          )}
          <IdentityFields identity={base.identity} timeZones={timeZones} errors={errors} disabled={disabled} words={words} />
          <fieldset>
            <legend className="font-medium">{words.workingDays}</legend>
            {errors.workingDays && <FieldError id="workingDays">{errors.workingDays}</FieldError>}
            <div className="flex flex-wrap gap-x-6">
              {words.days.map((label, index) => (
                <Checkbox
                  key={label} name="workingDays" id={index === 0 ? 'workingDays' : `workingDays-${index + 1}`} value={index + 1} label={label}
                  defaultChecked={base.workingDays.includes(index + 1)} disabled={disabled}
                />
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend className="mb-2 font-medium">{words.holidays}</legend>
            <HolidayFields holidays={base.holidays} errors={errors} disabled={disabled} words={words.holiday} />
          </fieldset>
          {moved && (
            <Notice tone="info" title={words.moved}>
              <div className="space-y-4">
                {startMoved && <p>{words.movedHint}</p>}
                {startMoved && <Checkbox name="moveDates" label={words.moveDates} />}
                <TextArea name="reason" label={words.reason} hint={words.reasonHint} error={errors.reason} rows={2} maxLength={2000} required />
              </div>
            </Notice>
          )}
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      )}
    </ActionForm>
  )
}
