import type { Draft } from './draft'

/** What was edited, and the version that it means to replace. */
export type Edited<Name extends string> = Partial<Record<Name, string>> & { version?: number }

interface Edits<Name extends string> {
  /** What the fields show: what was edited, and of the rest what is stored. */
  values: Record<Name, string>
  isEdited: boolean
  /** The version that would be replaced. */
  version: number
  /** Whether another one was stored since. */
  isOvertaken: boolean
  edit: (change: Partial<Record<Name, string>>) => void
  /** Means the edits for the version that is stored now. */
  overtake: () => void
}

/**
 * What a draft makes of something that has a version. What nobody edited moves with what is stored; what was edited
 * stays at the version that it was begun at until its author says otherwise.
 */
export function editsOf<Name extends string>(
  draft: Draft<Edited<Name>>, stored: Record<Name, string>, storedVersion: number,
): Edits<Name> {
  const { version: begunAt, ...fields } = { ...draft.fields }
  const edited = Object.entries(fields).filter(([name, value]) => value !== stored[name as Name])
  const isEdited = edited.length > 0
  const version = isEdited ? begunAt ?? storedVersion : storedVersion
  const keep = (change: Partial<Record<Name, string>>, meant: number) => draft.change({ ...change, version: meant })
  return {
    values: { ...stored, ...Object.fromEntries(edited) }, isEdited, version, isOvertaken: version !== storedVersion,
    edit: change => keep(change, version), overtake: () => keep({}, storedVersion),
  }
}
