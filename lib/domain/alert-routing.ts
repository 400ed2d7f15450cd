/** Labels of an alert by name. */
export type AlertLabels = Readonly<Record<string, string>>

/** A route of Alertmanager with what holds there, whether it says it itself or takes it from above. */
export interface TracedRoute {
  /** Where it stands in the file, from 1. */
  line: number
  /** As they are written; none for the route that takes every alert. */
  matchers: readonly string[]
  receiver: string
  /** Whether the routes beside it see the alert too. */
  continues: boolean
  /** Labels by which alerts are grouped; `...` alone stands for all. */
  groupBy: readonly string[]
  /** As Alertmanager writes durations. */
  groupWait: string
  groupInterval: string
  repeatInterval: string
  /** Names of times in which it is silent, and of those in which alone it speaks. */
  muteTimeIntervals: readonly string[]
  activeTimeIntervals: readonly string[]
  /** Whether an alert with the labels that were tried stays here, goes on to a route below, or does not come here. */
  reached: 'stays' | 'passes' | 'no'
  routes: readonly TracedRoute[]
}

/** An alert that a rule fires, and where it goes. */
export interface TracedAlert {
  name: string
  /** Those that are known before it fires. */
  labels: AlertLabels
  receivers: readonly string[]
  /** Labels that routes ask for and only the data knows: with them it may go elsewhere. */
  unknown: readonly string[]
}

/** A row of the assessment's table of routes, and where an alert with its labels goes. */
export interface TracedRow {
  labels: AlertLabels
  expected: string
  receivers: readonly string[]
}

/** How a configuration of Alertmanager routes. */
export interface AlertRouting {
  tree: TracedRoute
  /** Where an alert with the labels that were tried goes, in the order in which it is sent; null where none were. */
  receivers: readonly string[] | null
  rows: readonly TracedRow[]
  /** Of the rules that stand with it; empty where there are none. */
  alerts: readonly TracedAlert[]
  /** How many routes and alerts there are beside those, of more than a page can show. */
  left: { routes: number; alerts: number }
}

/** Characters that somebody may type. */
export const mostTyped = 1_000

/** Labels as somebody types them, or the parts that are none. */
export type TypedLabels = { ok: true; labels: AlertLabels } | { ok: false; wrong: readonly string[] }

/** Reads `name=value` parts divided by commas or line ends; a value that holds one of those stands in quotes. */
export function parseLabels(text: string): TypedLabels {
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|[^",\n])+/g)?.map(part => part.trim()).filter(part => part !== '') ?? []
  const read = parts.map(part => ({ part, label: /^([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*(?!~)(.*)$/s.exec(part) }))
  const wrong = read.flatMap(({ part, label }) => (label ? [] : [part]))
  if (wrong.length > 0) return { ok: false, wrong }
  return { ok: true, labels: Object.fromEntries(read.map(({ label }) => [label?.[1] ?? '', unquoted(label?.[2] ?? '')])) }
}

/** Labels as `parseLabels` reads them. */
export function writeLabels(labels: AlertLabels): string {
  return Object.entries(labels).map(([name, value]) => `${name}=${/[",\n]|^[\s~]|\s$/.test(value) ? JSON.stringify(value) : value}`).join(', ')
}

function unquoted(value: string): string {
  if (!/^".*"$/s.test(value)) return value
  try {
    return String(JSON.parse(value))
  } catch {
    return value.slice(1, -1)
  }
}
