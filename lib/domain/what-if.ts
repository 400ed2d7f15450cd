import { localDateAt, type LocalDate } from './dates'
import type { Facts, ItemFacts, RequirementFacts } from './facts'
import type { Policy } from './policy'
import { decide } from './verdict'
import { horizonOf, openStandard, type Case } from './verdict-ceiling'
import { caseOf } from './verdict-path'
import { planShortfall } from './verdict-plan'

/**
 * The facts as they would be if the evidence of these items left nothing to be desired at `now`. What is proven
 * stays as it is, codes of no item are passed over, and facts that cannot be read are left alone. An item that a control refutes stays refuted until that
 * control is assumed too: nobody's evidence takes a failed check of another file back.
 */
export function assumeProven(facts: Facts, codes: readonly string[], policy: Policy | null, now: Date): Facts {
  const { items } = decide(facts, policy, now)
  if (items.size === 0) return facts
  const today = localDateAt(now, facts.assessment.timeZone)
  const asked = new Set(codes)
  const isAssumed = ({ code }: ItemFacts) => asked.has(code) && items.get(code)?.status !== 'proven'
  return { ...facts, items: facts.items.map(item => (isAssumed(item) ? { ...item, requirements: [goodEvidence(today)], failedChecks: [], findingExceptions: [] } : item)) }
}

/**
 * The facts as they would be if the board agreed a date for each open standard item that lacks one: the last day
 * that the policy allows. Owners are not assumed, and a date that will do is left alone.
 */
export function assumeDatesAgreed(facts: Facts, policy: Policy | null, now: Date): Facts {
  const subject = caseOf(facts, policy, now, decide(facts, policy, now))
  if (subject === null) return facts
  const undated = new Set(openStandard(subject).filter(item => lacksDate(item, subject)).map(({ code }) => code))
  const agreedDueOn = horizonOf(subject)
  return { ...facts, items: facts.items.map(item => (undated.has(item.code) ? { ...item, agreedDueOn } : item)) }
}

function lacksDate(item: ItemFacts, subject: Case): boolean {
  const shortfall = planShortfall(item, subject.today, horizonOf(subject))
  return shortfall !== null && shortfall !== 'no_owner'
}

/** Handed in and accepted by people of no team. */
function goodEvidence(today: LocalDate): RequirementFacts {
  return {
    key: 'assumed', kind: 'document', validityDays: 0, checks: [],
    revisions: [{
      id: 'assumed', evidenceId: 'assumed', number: 1, isLink: false, service: null, environment: null,
      effectiveOn: today, submitterId: 'somebody', submitterTeams: [], state: 'accepted',
      reviewerId: 'somebody-else', reviewerTeams: [], checkRuns: [],
    }],
  }
}
