import type { CheckOutcome } from './evidence'
import type { FailedCheck } from './facts'

/** A checked file of a revision that was accepted or waits for its review. */
export interface CheckedRevision {
  revisionId: string
  state: 'accepted' | 'in_review'
  service: string | null
  environment: string | null
  /** The kind of file. */
  format: string
  submittedAt: Date
  checks: readonly {
    check: string
    outcome: CheckOutcome
    /** Codes of the items that it speaks of. */
    items: readonly string[]
  }[]
}

/** What fails of each item, by its code, of the files that speak now. */
export function failedChecks(revisions: readonly CheckedRevision[]): ReadonlyMap<string, readonly FailedCheck[]> {
  const failed = new Map<string, FailedCheck[]>()
  for (const { revisionId, checks } of speakingRevisions(revisions))
    for (const { check, outcome, items } of checks) {
      if (outcome !== 'fail') continue
      for (const code of items) {
        const known = failed.get(code) ?? []
        if (!known.some(one => one.check === check && one.revisionId === revisionId)) failed.set(code, [...known, { check, revisionId }])
      }
    }
  return failed
}

/** Whether what speaks of an environment speaks of production; what names none speaks of the system. */
export function isProduction(environment: string | null): boolean {
  return environment === null || /^prod(u(cc?i[oó]n|ction))?$/i.test(environment.trim())
}

/**
 * The checked files that speak for production. Of each kind of file and service the latest accepted revision does;
 * one that is newer and waits for its review can only refute, since a false pass is worse than a false alarm. What
 * speaks of another environment says nothing of the system that goes live.
 */
export function speakingRevisions<Revision extends CheckedRevision>(revisions: readonly Revision[]): Revision[] {
  const groups = Map.groupBy(
    revisions.filter(({ environment }) => isProduction(environment)), ({ format, service }) => `${format} ${service ?? ''}`)
  return [...groups.values()].flatMap(group => {
    const latest = latestOf(group.filter(({ state }) => state === 'accepted'))
    const newer = group.filter(({ state, submittedAt }) => state === 'in_review' && (!latest || submittedAt > latest.submittedAt))
    // A revision may hold several files of one kind, and then all of them speak.
    return [...group.filter(({ revisionId }) => revisionId === latest?.revisionId), ...newer]
  })
}

function latestOf<Revision extends CheckedRevision>(revisions: readonly Revision[]): Revision | null {
  return revisions.reduce<Revision | null>((latest, one) => (latest && latest.submittedAt >= one.submittedAt ? latest : one), null)
}
