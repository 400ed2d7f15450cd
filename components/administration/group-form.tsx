'use client'

import { DiscardButton } from '@/components/forms/discard-button'
import type { FormWords } from '@/components/forms/form-words'
import { useKeptFields } from '@/components/forms/kept-fields'
import { RenewingForm } from '@/components/forms/renewing-form'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { setGroupMapping } from '@/lib/actions/administration'
import type { Role } from '@/lib/domain/permissions'

interface GroupFormProps {
  /** The mapping that is to be changed; without one a new one is made. */
  mapping?: { group: string; role: Role | null; teamKey: string | null }
  roles: { value: Role; label: string }[]
  teams: { value: string; label: string }[]
  /** Whose words they are: a draft is kept under it. */
  userId: string
  disabledReason?: string
  words: FormWords & { group: string; groupHint: string; role: string; team: string; noRole: string; noTeam: string; keepTheirs: string }
}

/** Says what members of a group of the identity provider are here. */
export function GroupForm({ mapping, roles, teams, userId, disabledReason, words }: GroupFormProps) {
  const disabled = disabledReason !== undefined
  const { values, field, isEdited, drop } = useKeptFields(
    `group/${userId}/${mapping?.group ?? ''}`, { group: mapping?.group ?? '', role: mapping?.role ?? '', teamKey: mapping?.teamKey ?? '' })
  return (
    <RenewingForm
      action={setGroupMapping} words={words} onSaved={drop}
      read={() => ({ group: values.group, role: (values.role || null) as Role | null, teamKey: values.teamKey || null })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <TextField
            {...field('group')} label={words.group} hint={words.groupHint} error={errors.group}
            disabled={disabled} maxLength={200} autoComplete="off" className="font-mono"
          />
          <SelectField
            {...field('role')} label={words.role} options={roles} emptyOption={words.noRole} error={errors.role} disabled={disabled}
          />
          <SelectField
            {...field('teamKey')} label={words.team} options={teams} emptyOption={words.noTeam} error={errors.teamKey} disabled={disabled}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
              {pending ? words.saving : words.save}
            </Button>
            {mapping && isEdited && <DiscardButton onDiscard={drop}>{words.keepTheirs}</DiscardButton>}
          </div>
        </div>
      )}
    </RenewingForm>
  )
}
