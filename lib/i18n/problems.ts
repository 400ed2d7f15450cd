import type { Language } from '@/lib/domain/language'
import { translator } from './translate'

/** What all problems of a status have in common, in a few words. */
export function problemTitle(status: number, language: Language): string {
  const t = translator(language)
  const key = `problem.${status}` as 'problem.400'
  return t.has(key) ? t(key) : t('problem.400')
}
