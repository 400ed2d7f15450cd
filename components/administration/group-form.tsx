'use client'

import type { FormWords } from '@/components/forms/form-words'
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
  disabledReason?: string
  words: FormWords & { group: string; groupHint: string; role: string; team: string; noRole: string; noTeam: string }
}

/** Says what members of a group of the identity provider are here. */
export function GroupForm({ mapping, roles, teams, disabledReason, words }: GroupFormProps) {
  const disabled = disabledReason !== undefined
  return (
    <RenewingForm
      action={setGroupMapping} words={words}
      read={form => ({
        group: String(form.get('group') ?? ''),
        role: (String(form.get('role') ?? '') || null) as Role | null,
        teamKey: String(form.get('teamKey') ?? '') || null,
      })}
    >
      {({ errors, pending }) => (
        <div className="space-y-4">
          <TextField
            name="group" label={words.group} hint={words.groupHint} defaultValue={mapping?.group} error={errors.group}
            disabled={disabled} maxLength={200} autoComplete="off" className="font-mono"
          />
          <SelectField
            name="role" label={words.role} options={roles} emptyOption={words.noRole} defaultValue={mapping?.role ?? ''}
            error={errors.role} disabled={disabled}
          />
          <SelectField
            name="teamKey" label={words.team} options={teams} emptyOption={words.noTeam} defaultValue={mapping?.teamKey ?? ''}
            error={errors.teamKey} disabled={disabled}
          />
          <Button type="submit" variant="primary" aria-busy={pending} disabledReason={disabledReason}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      )}
    </RenewingForm>
  )
}
