import type { LocalDate } from './dates'
import type { WaiverFacts } from './facts'

/**
 * The last day that a waiver in force holds, or null where none is. One is in force when another person than
 * the requester approved it, of no team in `ownerTeams`, it was not revoked, and `today` is not past its end.
 */
export function waivedUntil(
  waivers: readonly WaiverFacts[],
  ownerTeams: readonly string[],
  today: LocalDate,
): LocalDate | null {
  const ends = waivers.filter(waiver => isInForce(waiver, ownerTeams, today)).map(waiver => waiver.until)
  return ends.sort().at(-1) ?? null
}

function isInForce(waiver: WaiverFacts, ownerTeams: readonly string[], today: LocalDate): boolean {
  return waiver.approverId !== null
    && waiver.approverId !== waiver.requesterId
    && !waiver.approverTeams.some(team => ownerTeams.includes(team))
    && !waiver.revoked
    && today <= waiver.until
}
