/** What events can be narrowed to: the first words of their verbs, by what they speak of. */
const prefixes = {
  items: ['item', 'notApplicable'],
  evidence: ['evidence'],
  roadmap: ['task'],
  assessment: ['assessment', 'policy', 'verdict'],
} as const satisfies Record<string, readonly string[]>

export type EventGroup = keyof typeof prefixes

export const eventGroups = Object.keys(prefixes) as EventGroup[]

/** What the verbs of a group begin with. */
export function verbPrefixes(group: EventGroup): string[] {
  return prefixes[group].map(prefix => `${prefix}.`)
}
