import type { Baseline, Subject } from '@/lib/domain/baseline'
import { checks } from './catalogue'

/**
 * Ids of the checks that files of these kinds must pass to prove an item, or a task that closes items: those of the
 * kinds that speak of a subject which, by the baseline, is about one of them.
 */
export function requiredChecks(itemCodes: readonly string[], formats: readonly string[], { subjects }: Pick<Baseline, 'subjects'>): string[] {
  const isAbout = (subject: Subject) => subjects[subject]?.some(code => itemCodes.includes(code)) ?? false
  return checks.filter(check => formats.includes(check.format) && check.subjects.some(isAbout)).map(check => check.id).sort()
}
