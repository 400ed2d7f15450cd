'use client'

import { DiscardButton } from '@/components/forms/discard-button'
import type { FormWords } from '@/components/forms/form-words'
import { useKeptFields } from '@/components/forms/kept-fields'
import { RenewingForm } from '@/components/forms/renewing-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { createTeam, renameTeam } from '@/lib/actions/administration'
import type { Bilingual } from '@/lib/domain/language'

interface TeamFormProps {
  /** The team that is to be renamed; without one a new one is made. */
  team?: { key: string; name: Bilingual }
  /** Whose words they are: a draft is kept under it. */
  userId: string
  disabledReason?: string
  words: FormWords & { key: string; keyHint: string; nameEs: string; nameEn: string; keepTheirs: string }
}

/** Makes a team, or gives one another name. */
export function TeamForm({ team, userId, disabledReason, words }: TeamFormProps) {
  const disabled = disabledReason !== undefined
  const { values, field, isEdited, drop } = useKeptFields(
    `team/${userId}/${team?.key ?? ''}`, { key: '', 'name.es': team?.name.es ?? '', 'name.en': team?.name.en ?? '' })
  return (
    <RenewingForm
      action={team ? renameTeam : createTeam} words={words} onSaved={drop}
      read={() => ({ key: team?.key ?? values.key, name: { es: values['name.es'], en: values['name.en'] } })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          {!team && (
            <TextField
              {...field('key')} label={words.key} hint={words.keyHint} error={errors.key} disabled={disabled} maxLength={60}
              autoComplete="off" className="font-mono"
            />
          )}
          <TextField {...field('name.es')} label={words.nameEs} error={errors['name.es']} disabled={disabled} maxLength={80} />
          <TextField {...field('name.en')} label={words.nameEn} error={errors['name.en']} disabled={disabled} maxLength={80} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
              {pending ? words.saving : words.save}
            </Button>
            {team && isEdited && <DiscardButton onDiscard={drop}>{words.keepTheirs}</DiscardButton>}
          </div>
        </div>
      )}
    </RenewingForm>
  )
}
