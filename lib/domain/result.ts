/** An expected failure: a code that the interface words in the reader's language, and what it speaks of. */
export interface Failure {
  code: string
  values?: Record<string, string | number>
  /** Paths of input fields with the code of what is wrong with each. */
  fields?: Record<string, string>
  /** What is stored now, where somebody else was faster. */
  current?: unknown
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failure(code: string, rest: Omit<Failure, 'code'> = {}): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, ...rest } }
}
