'use client'

import { Fragment, useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import type { FormWords } from '@/components/forms/form-words'
import { Overtaken } from '@/components/forms/overtaken'
import { useStored } from '@/components/forms/stored'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DefinitionList } from '@/components/ui/definition-list'
import { FieldError } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { configureAssessment } from '@/lib/actions/assessments'
import type { Language } from '@/lib/domain/language'
import { HolidayFields, readHolidays, type Holiday } from './holiday-fields'
import { IdentityFields, readIdentity, type Identity } from './identity-fields'
import { changedSettings, type Settings, type SettingsWords } from './settings-changes'

interface SettingsFormProps extends Settings {
  language: Language
  assessment: string
  /** The revision that the fields show. */
  revision: number
  timeZones: readonly string[]
  disabledReason?: string
  words: FormWords & SettingsWords & {
    holiday: { date: string; nameEs: string; nameEn: string; add: string; remove: string; none: string }
    moved: string; movedHint: string; moveDates: string; reason: string; reasonHint: string
    renewed: string; keepYours: string; keepTheirs: string
  }
}

/**
 * Everything that an assessment has of its own. A moved T0 or go-live date says what it moves and asks for its reason.
 * Where somebody else was faster it says in what, and nothing is saved before one of the two is chosen.
 */
export function SettingsForm({
  language, assessment, revision, identity, workingDays, holidays, timeZones, disabledReason, words,
}: SettingsFormProps) {
  const { fields, saved } = useStored<Settings>({ identity, workingDays, holidays }, revision)
  const stored = { ...fields, revision }
  // What the fields started from: what is stored may move on under what somebody is typing.
  const [base, setBase] = useState(stored)
  // What they are meant to replace: the same, until whoever types has seen what was stored since.
  const [seen, setSeen] = useState(stored)
  const [edited, setEdited] = useState(false)
  const [dates, setDates] = useState(datesOf(fields))
  const changes = changedSettings(seen, stored, words, language)
  // What was changed and changed back is what was seen.
  const replaced = changes.length === 0 ? revision : seen.revision
  const startAnew = () => {
    setBase(stored)
    setSeen(stored)
    setDates(datesOf(fields))
    setEdited(false)
  }
  if (changes.length > 0 && !edited) startAnew()
  const disabled = disabledReason !== undefined
  const startMoved = dates.startedOn !== fields.identity.startedOn
  const moved = startMoved || dates.goLiveOn !== fields.identity.goLiveOn

  return (
    <ActionForm
      action={configureAssessment} words={words}
      onSaved={form => {
        const sent = readSettings(new FormData(form))
        saved(sent)
        setSeen({ ...sent, revision })
        setEdited(false)
      }}
      read={form => {
        const { identity: entered, ...calendar } = readSettings(form)
        return {
          assessment, revision: replaced, ...entered, ...calendar,
          moveDates: startMoved && form.get('moveDates') !== null, reason: String(form.get('reason') ?? '').trim() || null,
        }
      }}
    >
      {({ errors, pending, changed }) => (
        <div
          className="space-y-4"
          onChange={event => {
            setEdited(true)
            const { name, value } = event.target as unknown as HTMLInputElement
            if (name === 'startedOn' || name === 'goLiveOn') setDates({ ...dates, [name]: value })
          }}
        >
          {changes.length > 0 && edited && (
            <Overtaken title={words.renewed} onKeepYours={() => setSeen(stored)} onKeepTheirs={startAnew} words={words}>
              <DefinitionList entries={changes} />
            </Overtaken>
          )}
          {/* Fields start anew at the stored values whenever these change under an untouched form. */}
          <Fragment key={base.revision}>
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
              <HolidayFields
                holidays={base.holidays} errors={errors} disabled={disabled} words={words.holiday}
                onRows={() => {
                  setEdited(true)
                  changed()
                }}
              />
            </fieldset>
          </Fragment>
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

const datesOf = ({ identity: { startedOn, goLiveOn } }: Settings) => ({ startedOn, goLiveOn })

function readSettings(form: FormData): { identity: Identity; workingDays: number[]; holidays: Holiday[] } {
  return { identity: readIdentity(form), workingDays: form.getAll('workingDays').map(Number), holidays: readHolidays(form) }
}
