import type { Language } from '@/lib/domain/language'

/** The command line was called in a way that it does not know. */
export class UsageError extends Error {}

/** The value of an option that takes one of a few. */
export function oneOf<Value extends string>(allowed: readonly Value[], value: string, option: string): Value {
  const found = allowed.find(one => one === value)
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(', ')}`)
  return found
}

/** The language that the shell is set to. */
export function preferredByShell(): Language {
  return /^es/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '') ? 'es' : 'en'
}
