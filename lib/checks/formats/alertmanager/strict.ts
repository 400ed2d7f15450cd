import type { Place } from '../../place'
import type { Tree, TreeMap, TreeScalar, Unreadable } from '../../syntax/tree'

/** What reading a file strictly gathers on its way. */
export interface Gathered {
  problems: Unreadable[]
  /** Fields that hold a credential, whatever it is. */
  credentials: Credential[]
}

/** A credential in the file itself, or the file or place that it names. */
export interface Credential {
  field: string
  value: string
  place: Place
}

/** Holds a value against what a field may be; what it finds goes into `into`. */
export type Kind = (value: Tree, field: string, into: Gathered) => void

/** What a map must fulfil beyond its fields. */
export type Rule = (map: TreeMap, into: Gathered) => void

/**
 * A map of known fields, as Go's YAML reader has it in strict mode: what is not known is refused, and nothing (`null`)
 * counts as left out. The rules are asked where the map is there.
 */
export function record(fields: Readonly<Record<string, Kind>>, ...rules: readonly Rule[]): Kind {
  return (value, field, into) => {
    if (value.kind !== 'map') return refuse(into, value, field, '{ … }')
    for (const [key, entry] of value.entries) {
      const kind = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (!kind) report(into, entry.place, 'unknown-field', { field: key })
      else if (!isNull(entry.value)) kind(entry.value, key, into)
    }
    for (const rule of rules) rule(value, into)
  }
}

/** A list; an item that is nothing counts as one of default values. */
export function listOf(kind: Kind): Kind {
  return (value, field, into) => {
    if (value.kind !== 'list') return refuse(into, value, field, '[ … ]')
    for (const item of value.items) if (!isNull(item)) kind(item, field, into)
  }
}

/** A list whose items must be there: Alertmanager crashes over one that is nothing. */
export function filledListOf(kind: Kind): Kind {
  return (value, field, into) => {
    listOf(kind)(value, field, into)
    if (value.kind === 'list') for (const item of value.items) if (isNull(item)) refuse(into, item, field, '{ … }')
  }
}

/** A map from any name to values of one kind. */
export function mapOf(kind: Kind): Kind {
  return (value, field, into) => {
    if (value.kind !== 'map') return refuse(into, value, field, '{ … }')
    for (const [key, entry] of value.entries) if (!isNull(entry.value)) kind(entry.value, key, into)
  }
}

/** A scalar that `accepts` takes, and that is no longer than anybody writes; `expected` shows what would do. */
export function scalar(expected: string, accepts: (value: TreeScalar) => boolean, longest = 10_000): Kind {
  return (value, field, into) => {
    if (value.kind !== 'scalar') refuse(into, value, field, expected)
    else if (value.text.length > longest || !accepts(value)) invalid(into, value, field, expected)
  }
}

/** A string: any scalar does, as it is written. */
export const text = scalar('"…"', () => true, Infinity)

/** A boolean of YAML 1.1. */
export const bool = scalar('true, false', ({ value, text, quoted }) => typeof value === 'boolean' || (!quoted && booleans.test(text)))

/** A whole number that Go's reader takes into 64 bits; it cuts fractions off. */
export const integer = scalar('123', value => integerOf(value) !== null)
export const natural = scalar('123', value => (integerOf(value) ?? -1) >= 0)

/** A credential: a string that is kept apart. */
export const secret: Kind = (value, field, into) => {
  text(value, field, into)
  if (value.kind === 'scalar') into.credentials.push({ field, value: value.text, place: value.place })
}

/** Rules over the fields of a map. What is empty counts as left out, as it does in Go. */
export const required = (...fields: readonly string[]): Rule => (map, into) => {
  if (!fields.some(field => filled(map, field)))
    report(into, map.place, 'missing-field', { field: fields.join(' / ') })
}

export const atMostOne = (...fields: readonly string[]): Rule => (map, into) => {
  const [first, second] = fields.filter(field => filled(map, field))
  if (first === undefined || second === undefined) return
  report(into, map.entries.get(second)?.place ?? map.place, 'conflicting-fields', { field: first, other: second })
}

/** Whether a field says something: neither nothing nor an empty string. */
export function filled(map: Tree | undefined, field: string): boolean {
  const value = map?.kind === 'map' ? map.entries.get(field)?.value : undefined
  return value !== undefined && !isNull(value) && !(value.kind === 'scalar' && value.text === '')
}

export function isNull(value: Tree): boolean {
  return value.kind === 'scalar' && value.value === null
}

export function report(into: Gathered, place: Place, reason: Unreadable['reason'], values: Unreadable['values']): void {
  into.problems.push({ place, reason, ...(values && { values }) })
}

export function invalid(into: Gathered, value: Tree, field: string, expected: string): void {
  report(into, value.place, 'invalid-value', { field, expected })
}

/** The number that a scalar is to Go's reader, null where it is none. */
export function integerOf({ value, text, quoted }: TreeScalar): number | null {
  if (quoted) return null
  const isSpaced = typeof value === 'string' && /^[-+]?(0[xX][\da-fA-F_]+|0[bB][01_]+|\d[\d_]*)$/.test(text)
  const number = typeof value === 'number' || typeof value === 'bigint' ? Number(value)
    : isSpaced ? Number(text.replaceAll('_', '').replace(/^\+/, '').replace(/^-(?=0[xXbB])/, '')) : NaN
  return Number.isNaN(number) || Math.abs(number) > 2 ** 63 ? null : Math.trunc(number)
}

const booleans = /^(y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/

function refuse(into: Gathered, value: Tree, field: string, expected: string): void {
  const found = value.kind === 'map' ? '{ … }' : value.kind === 'list' ? '[ … ]' : isNull(value) ? 'null' : '"…"'
  report(into, value.place, 'shape', { expected: `${field}: ${expected}`, found })
}
