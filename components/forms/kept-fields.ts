'use client'

import { useKeptDraft } from './draft'

/** Fields that show what was entered in them, kept as a draft, and of the rest what is stored. */
export function useKeptFields<Name extends string>(key: string, stored: Record<Name, string>) {
  const draft = useKeptDraft<Partial<Record<string, string>>>(key)
  const values: Record<Name, string> = { ...stored, ...draft.fields }
  const field = (name: Name) => ({
    name, value: values[name], onChange: (event: { target: { value: string } }) => draft.change({ [name]: event.target.value }),
  })
  return { values, field, isEdited: Object.keys(stored).some(name => values[name as Name] !== stored[name as Name]), drop: draft.drop }
}
