import type { Language } from '@/lib/domain/language'
import type { Failure } from '@/lib/domain/result'
import { translator } from './translate'

/** A failure as people read it, with its code for those who program. */
export interface WordedFailure {
  code: string
  message: string
  fields?: Record<string, string>
  current?: unknown
}

/** Words an expected failure: what happened, what was kept, what to do. An unknown code throws. */
export function wordFailure(failure: Failure, language: Language): WordedFailure {
  const t = translator(language)
  const { code, values, fields, current } = failure
  return {
    code,
    message: t(`failure.${code}` as 'failure.unexpected', values as { requestId: string }),
    ...(fields && {
      fields: Object.fromEntries(
        Object.entries(fields).map(([path, field]) => [path, t(`field.${field}` as 'field.invalid')]),
      ),
    }),
    ...(current !== undefined && { current }),
  }
}
