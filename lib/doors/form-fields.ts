/** The fields of a form; none where a program sent something else, since an argument's type holds for our own pages alone. */
export function fieldsOf(form: unknown): Record<string, unknown> {
  return form instanceof FormData ? Object.fromEntries(form) : {}
}
