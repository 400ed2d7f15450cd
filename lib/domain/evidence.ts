export const evidenceKinds = ['document', 'configuration', 'test_result', 'drill', 'receipt', 'attestation', 'link'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const reviewStates = ['in_review', 'accepted', 'rejected', 'withdrawn', 'superseded'] as const
export type ReviewState = (typeof reviewStates)[number]

export const checkOutcomes = ['pass', 'fail', 'inconclusive', 'error'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]
