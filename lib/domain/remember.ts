/**
 * The same function, which computes once for each object. For what is never changed: a new state of an item is a
 * new object, so of thousands only those that a write replaced are looked at again.
 */
export function rememberFor<Subject extends object, Value>(compute: (subject: Subject) => Value): (subject: Subject) => Value {
  const known = new WeakMap<Subject, { value: Value }>()
  return subject => {
    const found = known.get(subject)
    if (found) return found.value
    const value = compute(subject)
    known.set(subject, { value })
    return value
  }
}
