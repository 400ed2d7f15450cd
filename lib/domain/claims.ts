import type { DeclaredStatus, ProvenStatus } from './items'

/** How much is claimed and how much is proven, of how many. */
export interface Claims {
  /** Declared done. */
  declared: number
  /** Proven by evidence. */
  proven: number
  total: number
}

/** Counts items that apply: what is approved as not applicable is in none of the numbers. */
export function countClaims(
  items: readonly { code: string; declaredStatus: DeclaredStatus }[], provenOf: (code: string) => ProvenStatus,
): Claims {
  const applicable = items.filter(({ code }) => provenOf(code) !== 'not_applicable')
  return {
    declared: applicable.filter(({ declaredStatus }) => declaredStatus === 'done').length,
    proven: applicable.filter(({ code }) => provenOf(code) === 'proven').length,
    total: applicable.length,
  }
}
