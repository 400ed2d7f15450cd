export const itemKinds = ['checklist', 'control'] as const
export type ItemKind = (typeof itemKinds)[number]

export const criticalities = ['gate', 'critical', 'standard'] as const
export type Criticality = (typeof criticalities)[number]

/** What people say of an item. It never changes what is proven. */
export const declaredStatuses = ['not_started', 'in_progress', 'partial', 'done', 'not_applicable'] as const
export type DeclaredStatus = (typeof declaredStatuses)[number]

/** What the evidence says of an item: computed, never stored. In order of trust, `refuted` first. */
export const provenStatuses = ['refuted', 'unmet', 'stale', 'partial', 'excepted', 'not_applicable', 'proven'] as const
export type ProvenStatus = (typeof provenStatuses)[number]
