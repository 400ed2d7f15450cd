'use client'

import { useRef } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import type { FormWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { createAssessment } from '@/lib/actions/assessments'
import { IdentityFields, readIdentity, type IdentityWords } from './identity-fields'

interface NewAssessmentFormProps {
  templates: { value: string; label: string }[]
  timeZones: readonly string[]
  timeZone: string
  words: FormWords & IdentityWords & { template: string; templateHint: string; slug: string; slugHint: string; create: string }
}

/** Makes an assessment from another one, and goes there. */
export function NewAssessmentForm({ templates, timeZones, timeZone, words }: NewAssessmentFormProps) {
  const made = useRef('')
  return (
    <ActionForm
      action={createAssessment} words={words} onSaved={() => window.location.assign(`/${made.current}`)}
      read={form => {
        made.current = String(form.get('slug') ?? '').trim()
        return { template: String(form.get('template') ?? ''), slug: made.current, ...readIdentity(form) }
      }}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <SelectField name="template" label={words.template} hint={words.templateHint} options={templates} error={errors.template} />
          <TextField
            name="slug" label={words.slug} hint={words.slugHint} error={errors.slug} maxLength={80} autoComplete="off" className="font-mono"
          />
          <IdentityFields
            timeZones={timeZones} errors={errors} words={words}
            identity={{ title: { es: '', en: '' }, summary: { es: '', en: '' }, startedOn: '', goLiveOn: '', timeZone }}
          />
          <Button type="submit" variant="primary" aria-busy={pending}>{pending ? words.saving : words.create}</Button>
        </div>
      )}
    </ActionForm>
  )
}
