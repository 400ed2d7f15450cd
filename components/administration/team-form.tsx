'use client'

import type { FormWords } from '@/components/forms/form-words'
import { RenewingForm } from '@/components/forms/renewing-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { createTeam, renameTeam } from '@/lib/actions/administration'
import type { Bilingual } from '@/lib/domain/language'

interface TeamFormProps {
  /** The team that is to be renamed; without one a new one is made. */
  team?: { key: string; name: Bilingual }
  disabledReason?: string
  words: FormWords & { key: string; keyHint: string; nameEs: string; nameEn: string }
}

/** Makes a team, or gives one another name. */
export function TeamForm({ team, disabledReason, words }: TeamFormProps) {
  const disabled = disabledReason !== undefined
  return (
    <RenewingForm
      action={team ? renameTeam : createTeam} words={words}
      read={form => ({
        key: team?.key ?? String(form.get('key') ?? ''),
        name: { es: String(form.get('name.es') ?? ''), en: String(form.get('name.en') ?? '') },
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {!team && (
            <TextField
              name="key" label={words.key} hint={words.keyHint} error={errors.key} disabled={disabled} maxLength={60}
              autoComplete="off" className="font-mono"
            />
          )}
          <TextField name="name.es" label={words.nameEs} defaultValue={team?.name.es} error={errors['name.es']} disabled={disabled} maxLength={80} />
          <TextField name="name.en" label={words.nameEn} defaultValue={team?.name.en} error={errors['name.en']} disabled={disabled} maxLength={80} />
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      )}
    </RenewingForm>
  )
}
