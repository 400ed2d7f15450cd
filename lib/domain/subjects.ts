/** What an event is about. */
interface Subject {
  type: string
  id: string
}

// A notification carries 8,000 bytes at most; what changed so much is read anew as a whole.
const mostSubjects = 50

/** Ids of the items and tasks that changed; null where it is anything else, or too much to name. */
export function changedIds(subjects: readonly Subject[]): string[] | null {
  if (!subjects.every(({ type }) => type === 'item' || type === 'task')) return null
  const ids = [...new Set(subjects.map(({ id }) => id))]
  return ids.length > mostSubjects ? null : ids
}
