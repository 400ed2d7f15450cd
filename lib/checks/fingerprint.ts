import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/domain/audit-chain'
import { checks } from './catalogue'
import type { Check } from './check'
import { formats } from './formats'

/**
 * Names what a release checks: the same for the same kinds of files, checks, subjects and findings of one release. What
 * was checked under another name may come to something else now.
 */
export function catalogueFingerprint(release: string, catalogue: readonly Omit<Check, 'run'>[] = checks): string {
  const said = catalogue.map(({ id, format, subjects, findings }) => [id, { format, subjects, findings }] as const)
  const text = canonicalJson({ release, formats: Object.keys(formats), checks: Object.fromEntries(said) })
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
