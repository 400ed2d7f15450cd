import type { Identity } from '../metrics-exposition'

const shapes: readonly (readonly [Identity, RegExp])[] = [
  ['email', /^[^\s@/]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/i],
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ['number', /^\d{6,}$/],
  ['hash', /^(?=.*\d)(?=.*[a-f])[0-9a-f]{24,64}$/i],
  ['time', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
  ['path', /^\/(.*\/)?(\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[0-9a-f]*\d)[0-9a-f]{24,64})(\/|$)/i],
]

/** The longest that is looked at; no id is longer, and the pattern of a path reads it once for each slash. */
const longest = 200

/** What a value looks like that names one person, request or thing; null where it looks like a word of a short list. */
export function identityOf(value: string): Identity | null {
  if (value.length < 3 || value.length > longest) return null
  return shapes.find(([, shape]) => shape.test(value))?.[0] ?? null
}
