import type { ItemFacts } from './facts'
import type { Policy } from './policy'
import { isBlocking, type ItemProof } from './proof'

/** Item codes in ascending order: what is open (R2). `standard` and `controls` together are S. */
export interface Blockers {
  gates: readonly string[]
  critical: readonly string[]
  /** Items of the checklist that are neither. */
  standard: readonly string[]
  /** Controls that support no item of the checklist. */
  controls: readonly string[]
}

/** What is open by R2. Without a policy there are no gates, and everything that is not proven stands in S. */
export function openItems(
  items: readonly ItemFacts[],
  proofs: ReadonlyMap<string, ItemProof>,
  policy: Policy | null,
): Blockers {
  const isOpen = (code: string) => {
    const status = proofs.get(code)?.status
    return status !== 'proven' && status !== 'excepted' && status !== 'not_applicable'
  }
  const checklist = new Set(items.filter(item => item.kind === 'checklist').map(item => item.code))
  const others = items.filter(({ code }) => isOpen(code) && (policy === null || !isBlocking(code, policy)))
  const controls = others.filter(item => item.kind === 'control' && !item.supports.some(code => checklist.has(code)))
  return {
    gates: (policy?.gates ?? []).filter(isOpen).sort(),
    critical: (policy?.critical ?? []).filter(isOpen).sort(),
    standard: others.filter(item => item.kind === 'checklist').map(item => item.code).sort(),
    controls: controls.map(item => item.code).sort(),
  }
}

/**
 * The items with an exception in force (R3, R5). An item that is proven all the same has none: its risk is gone,
 * and the exception is back in force only if the proof lapses before it ends.
 */
export function exceptedItems(proofs: ReadonlyMap<string, ItemProof>): ItemProof[] {
  return [...proofs.values()].filter(proof => proof.status === 'excepted')
}
