import type { LocalDate } from './dates'
import type { CheckOutcome, EvidenceKind, ReviewState } from './evidence'
import type { DeclaredStatus, ItemKind } from './items'

/**
 * What the verdict is taken on. Rows of the database and records of an assessment file both fit these
 * structural types; people and teams are ids, never names.
 */
export interface Facts {
  assessment: {
    /** T0; null where nobody has set it. */
    startedOn: LocalDate | null
    /** Its deadlines end at midnight here. */
    timeZone: string
    /** Revision that the facts were read at. */
    revision: number
  }
  items: readonly ItemFacts[]
  /** Proposals of a limited go-live that were put to the board. */
  proposals: readonly ProposalFacts[]
  /** Rulings of the board. */
  decisions: readonly DecisionFacts[]
}

export interface ItemFacts {
  code: string
  kind: ItemKind
  /** Codes of the checklist items that a control supports. */
  supports: readonly string[]
  /** Keys of the teams that own it. */
  ownerTeams: readonly string[]
  declaredStatus: DeclaredStatus
  dueOn: LocalDate | null
  /** The due date last agreed by the board. */
  agreedDueOn: LocalDate | null
  requirements: readonly RequirementFacts[]
  /** Checks of current files that speak of it and fail, whatever the files were handed in for. */
  failedChecks: readonly FailedCheck[]
  /** Requests to leave the item out as not applicable. */
  notApplicable: readonly WaiverFacts[]
  /** Accepted risks. */
  exceptions: readonly WaiverFacts[]
  /** Requests to set aside what a check finds. */
  findingExceptions: readonly FindingExceptionFacts[]
}

/** A request to set aside what a check finds of an item, approved or pending. */
export interface FindingExceptionFacts extends WaiverFacts {
  check: string
}

/** A check that fails, of a file of a revision. */
export interface FailedCheck {
  check: string
  revisionId: string
}

/** What proves an item, and what was handed in for it. */
export interface RequirementFacts {
  key: string
  kind: EvidenceKind
  /** Days that evidence holds from the day that it speaks of. */
  validityDays: number
  /** Ids of the checks that each must pass; empty where none is asked for. */
  checks: readonly string[]
  revisions: readonly RevisionFacts[]
}

export interface RevisionFacts {
  id: string
  /** Revisions of one evidence replace each other. */
  evidenceId: string
  number: number
  isLink: boolean
  /** The service and environment that it speaks of; proof takes the latest accepted revision of each. */
  service: string | null
  environment: string | null
  effectiveOn: LocalDate
  submitterId: string
  /** Teams of the submitter when it was submitted. */
  submitterTeams: readonly string[]
  state: ReviewState
  reviewerId: string | null
  /** Teams of the reviewer when it was reviewed. */
  reviewerTeams: readonly string[]
  /** Results of the checks of its files, each named. */
  checkRuns: readonly { checkId: string; outcome: CheckOutcome }[]
}

/** An approved or pending exception, or an approved or pending claim of not being applicable. */
export interface WaiverFacts {
  requesterId: string
  approverId: string | null
  approverTeams: readonly string[]
  /** Last day that it holds. */
  until: LocalDate
  revoked: boolean
}

export interface ProposalFacts {
  id: string
  /** Whether it states a limited scope. */
  scopeStated: boolean
  withdrawn: boolean
  /** What is offered for each open gate and critical item. */
  mitigations: readonly {
    itemCode: string
    ownerTeams: readonly string[]
    closesOn: LocalDate
    /** Evidence of the mitigation, judged as an item's evidence is. */
    requirement: RequirementFacts
  }[]
}

export const outcomes = ['no_go', 'conditional_go', 'go'] as const
/** In ascending order: the stricter of two is the one that stands earlier. */
export type Outcome = (typeof outcomes)[number]

export interface DecisionFacts {
  id: string
  /** A later decision supersedes an earlier one. */
  number: number
  outcome: Outcome
  policyVersion: number
  /** Revision of the assessment that it was bound to. */
  revision: number
  decidedOn: LocalDate
  extensions: number
  /** Id of the proposal that a conditional go accepted. */
  proposalId: string | null
  /** Codes that were proven at its revision. */
  provenAtDecision: readonly string[]
  /** Conditions of a conditional go. */
  conditions: readonly { id: string; dueOn: LocalDate; metOn: LocalDate | null; breached: boolean }[]
}
