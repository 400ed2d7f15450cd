import { RE2JS } from 're2js'
import type { Place } from '../../place'
import { entriesOf, get, itemsOf, textOf, type Tree } from '../../syntax/tree'
import { isLabelName } from './scalars'
import { invalid, isNull, mapOf, report, scalar, text, type Gathered, type Kind, type Rule } from './strict'

/** What a label must be. A label that an alert does not carry is empty. */
export interface AlertMatcher {
  label: string
  operator: '=' | '!=' | '=~' | '!~'
  value: string
  place: Place
  accepts: (value: string) => boolean
}

/** Whether labels fulfil every one. */
export function matchAll(matchers: readonly AlertMatcher[], labels: Readonly<Record<string, string>>): boolean {
  return matchers.every(({ label, accepts }) => accepts(Object.hasOwn(labels, label) ? labels[label] ?? '' : ''))
}

/** The matcher of one value. */
export function equalTo(label: string, value: string, place: Place): AlertMatcher {
  return { label, operator: '=', value, place, accepts: given => given === value }
}

/** A matcher as it is written, for words. */
export function writtenMatcher({ label, operator, value }: AlertMatcher): string {
  return `${label}${operator}${JSON.stringify(value)}`
}

/** The matchers of a map in the old syntax (`match`, `match_re`) and the new (`matchers`) alike. */
export function matchersOf(tree: Tree, equal: string, regexp: string, list: string): AlertMatcher[] {
  const old = (field: string, operator: '=' | '=~') => entriesOf(get(tree, field)).flatMap(([label, { place, value }]) =>
    matcher(label, operator, textOf(value) ?? '', place) ?? [])
  const current = itemsOf(get(tree, list)).flatMap(item => parseMatchers(textOf(item) ?? '', item.place) ?? [])
  return [...old(equal, '='), ...old(regexp, '=~'), ...current]
}

/** `match`: labels and their values. */
export const equalMatchers: Kind = (value, field, into) => {
  mapOf(text)(value, field, into)
  namesAreLabels(value, into)
}

/** `match_re`: labels and the expressions that their values must match. */
export const regexpMatchers: Kind = (value, field, into) => {
  mapOf(scalar('RE2', ({ text }) => compile(text) !== null))(value, field, into)
  namesAreLabels(value, into)
  for (const [name, entry] of entriesOf(value)) if (isNull(entry.value)) invalid(into, entry.value, name, 'RE2')
}

/** An item of `matchers`. Alertmanager 0.27 and later also read labels of any UTF-8, in quotes. */
export const matcherLine = scalar('label="value", label=~"a|b"', ({ text, place }) => parseMatchers(text, place) !== null)

/** Matchers where there must be none. */
export const withoutMatchers: Rule = (map, into) => {
  for (const field of ['match', 'match_re', 'matchers']) {
    const entry = map.entries.get(field)
    const lines = itemsOf(entry?.value).flatMap(item => parseMatchers(textOf(item) ?? '', item.place) ?? [])
    const size = entry?.value.kind === 'map' ? entry.value.entries.size : lines.length
    if (entry && size > 0) report(into, entry.place, 'misplaced-field', { field })
  }
}

function namesAreLabels(value: Tree, into: Gathered): void {
  for (const [name, { place }] of entriesOf(value))
    if (!isLabelName(name)) report(into, place, 'invalid-value', { field: name, expected: '[a-zA-Z_][a-zA-Z0-9_]*' })
}

/**
 * A line of matchers, between braces or not, with commas outside of quotes between them; null where Alertmanager
 * refuses it (prometheus/alertmanager, `pkg/labels/parse.go`).
 */
export function parseMatchers(line: string, place: Place): AlertMatcher[] | null {
  const matchers = split(line.replace(/^\{/, '').replace(/\}$/, '')).map(token => parseMatcher(token, place))
  return matchers.every(one => one !== null) ? matchers : null
}

function split(line: string): string[] {
  const tokens: string[] = []
  let token = ''
  let quoted = false
  let escaped = false
  for (const character of line) {
    if (character === ',' && !quoted) {
      tokens.push(token)
      token = ''
      continue
    }
    if (character === '"') {
      if (!escaped) quoted = !quoted
      escaped = false
    } else if (character === '\\') escaped = !escaped
    else if (character !== ',') escaped = false
    token += character
  }
  return token.trim() === '' ? tokens : [...tokens, token.trim()]
}

function parseMatcher(token: string, place: Place): AlertMatcher | null {
  const [, label, operator, raw] = /^[\t\n\f\r ]*([a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(=~|=|!=|!~)([\s\S]*)$/.exec(token) ?? []
  if (label === undefined || operator === undefined || raw === undefined) return null
  const value = unescaped(trimmed(raw))
  return value === null ? null : matcher(label, operator as AlertMatcher['operator'], value, place)
}

/** Without what is white space to RE2, which is less than to JavaScript. */
function trimmed(raw: string): string {
  const isSpace = (at: number) => '\t\n\f\r '.includes(raw[at] ?? '-')
  let [start, end] = [0, raw.length]
  while (start < end && isSpace(start)) start += 1
  while (end > start && isSpace(end - 1)) end -= 1
  return raw.slice(start, end)
}

/** A value out of its quotes: `\n`, `\"` and `\\` are escapes, any other backslash is itself. */
function unescaped(raw: string): string | null {
  const inner = raw.startsWith('"') ? raw.slice(1) : raw
  let open = raw.startsWith('"')
  let value = ''
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner[at] ?? ''
    const next = inner[at + 1]
    if (character === '\\' && next !== undefined) {
      value += next === 'n' ? '\n' : next === '"' || next === '\\' ? next : `\\${next}`
      at += 1
    } else if (character === '"') {
      if (!open || next !== undefined) return null
      open = false
    } else value += character
  }
  return open ? null : value
}

function matcher(label: string, operator: AlertMatcher['operator'], value: string, place: Place): AlertMatcher | null {
  const about = { label, operator, value, place }
  if (operator === '=' || operator === '!=') return { ...about, accepts: given => (given === value) === (operator === '=') }
  const expression = compile(value)
  return expression && { ...about, accepts: given => expression.matches(given) === (operator === '=~') }
}

/** An expression that must match a whole value; null for one that Go 1.19's RE2 does not read. */
function compile(expression: string): RE2JS | null {
  if (/\(\?<[^=!]/.test(expression)) return null
  try {
    return RE2JS.compile(`^(?:${expression})$`)
  } catch {
    return null
  }
}
