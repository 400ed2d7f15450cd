import { requiredChecks } from '@/lib/checks/required'
import { addDays } from '@/lib/domain/dates'
import type { Facts } from '@/lib/domain/facts'
import type { Policy } from '@/lib/domain/policy'
import type { AssessmentFile } from '@/lib/schemas/assessment-file'

/** The facts of an assessment file as an import would store them: nothing is proven yet. */
export function factsOfFile(file: AssessmentFile): { facts: Facts; policy: Policy } {
  const items = file.items.map(item => ({
    code: item.code, kind: item.kind, supports: item.supports, ownerTeams: item.owners, declaredStatus: item.declaredStatus,
    dueOn: item.dueInDays === undefined ? null : addDays(file.startedOn, item.dueInDays),
    agreedDueOn: null, failedChecks: [], notApplicable: [], exceptions: [], findingExceptions: [],
    requirements: item.evidence.map(({ key, kind, validityDays, formats }) =>
      ({ key, kind, validityDays, checks: requiredChecks([item.code], formats, file.baseline), revisions: [] })),
  }))
  return {
    facts: {
      assessment: { startedOn: file.startedOn, timeZone: file.timeZone, revision: 0 }, items, proposals: [], decisions: [],
    },
    policy: { version: 1, ...file.policy },
  }
}
