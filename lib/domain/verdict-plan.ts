import { addDays, type LocalDate } from './dates'
import type { ItemFacts, ProposalFacts } from './facts'
import type { Policy } from './policy'
import { proveRequirement } from './proof'

/** What an open standard item may lack for a conditional go, in the order asked. */
export const planShortfalls = [
  'no_owner',
  'no_agreed_date',
  'agreed_date_past',
  'agreed_date_after_horizon',
] as const
export type PlanShortfall = (typeof planShortfalls)[number]

/** What a proposal may lack for an open gate or critical item, in the order asked. */
export const mitigationShortfalls = [
  'no_mitigation',
  'mitigation_without_owner',
  'closing_date_past',
  'closing_date_too_late',
  'mitigation_not_proven',
] as const
export type MitigationShortfall = (typeof mitigationShortfalls)[number]

/**
 * What an open standard item lacks, or null where it has an owner and a date agreed by the board from `today` to
 * `horizon`. R4 asks for the same as R5: were it content with later dates, proving the last gate, and so
 * passing from R4 to R5, could lower the ceiling.
 */
export function planShortfall(
  item: Pick<ItemFacts, 'ownerTeams' | 'agreedDueOn'>,
  today: LocalDate,
  horizon: LocalDate,
): PlanShortfall | null {
  if (item.ownerTeams.length === 0) return 'no_owner'
  if (item.agreedDueOn === null) return 'no_agreed_date'
  if (item.agreedDueOn < today) return 'agreed_date_past'
  return item.agreedDueOn > horizon ? 'agreed_date_after_horizon' : null
}

/**
 * What a proposal lacks for an open gate or critical item, or null where one of its mitigations has an owner,
 * closes from `today` to `closeWithinDays` after `decidedOn`, and is proven by evidence like the item's own:
 * neither the item's teams nor the mitigation's may review it, nor do their links and attestations count.
 */
export function mitigationShortfall(
  item: ItemFacts,
  proposal: ProposalFacts,
  policy: Policy,
  today: LocalDate,
  decidedOn: LocalDate,
): MitigationShortfall | null {
  const offered = proposal.mitigations.filter(mitigation => mitigation.itemCode === item.code)
  if (offered.length === 0) return 'no_mitigation'
  const lacks = offered.map((mitigation): MitigationShortfall | null => {
    if (mitigation.ownerTeams.length === 0) return 'mitigation_without_owner'
    if (mitigation.closesOn < today) return 'closing_date_past'
    if (mitigation.closesOn > addDays(decidedOn, policy.closeWithinDays)) return 'closing_date_too_late'
    const subject = { ownerTeams: [...item.ownerTeams, ...mitigation.ownerTeams], isBlocking: true }
    const { state } = proveRequirement(mitigation.requirement, subject, today)
    return state === 'met' ? null : 'mitigation_not_proven'
  })
  return lacks.includes(null) ? null : mitigationShortfalls.find(one => lacks.includes(one)) ?? null
}

/** Whether a proposal, decided on `decidedOn`, would let the board go with these items open. */
export function isSufficient(
  proposal: ProposalFacts,
  open: readonly ItemFacts[],
  policy: Policy,
  today: LocalDate,
  decidedOn: LocalDate,
): boolean {
  return !proposal.withdrawn
    && proposal.scopeStated
    && open.every(item => mitigationShortfall(item, proposal, policy, today, decidedOn) === null)
}
