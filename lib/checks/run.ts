import type { Baseline } from '@/lib/domain/baseline'
import type { RanCheck } from '@/lib/domain/check-run'
import type { LocalDate } from '@/lib/domain/dates'
import type { CheckOutcome } from '@/lib/domain/evidence'
import { checks } from './catalogue'
import type { Check, Context } from './check'
import { outcomeOf, unknownCheck, unreadableCheck, type Finding, type Values } from './finding'
import type { FormatId } from './formats'
import { filesOf } from './given-files'
import { decode, recogniseText, type Recognised } from './recognise'

export interface CheckedFile {
  file: string
  /** What its content shows it to be; null where that is no kind that can be checked, or cannot be told. */
  format: FormatId | null
  outcome: CheckOutcome
  /** By place, the worst first where they stand at one. */
  findings: readonly (Finding & { items: readonly string[] })[]
  /** What each check of its format came to; none where the file could not be read. */
  checks: readonly RanCheck[]
}

/** A file to check, by any name. */
export interface GivenFile {
  name: string
  bytes: Uint8Array
  /** It is not checked where a file of a lower turn is of its kind; 0 where none is said. */
  turn?: number
}

/**
 * Reads each file once, runs every check of its kind, and those between files over all of them together. A file
 * that cannot be read is an `error`, never a pass. The bytes of a file are asked for once, and not kept.
 */
export function runChecks(files: Iterable<GivenFile>, baseline: Baseline, today: LocalDate): CheckedFile[] {
  // All are decoded first: while one is read, none of their bytes is held any more.
  const decoded = Array.from(files, ({ name, bytes, turn = 0 }) => ({ name, turn, decoded: decode(bytes) }))
  const all = decoded.map(file => ({ name: file.name, turn: file.turn, read: recogniseText(file.decoded) }))
  const first = new Map<FormatId, number>()
  for (const { turn, read } of all) if (read?.format) first.set(read.format, Math.min(turn, first.get(read.format) ?? turn))
  const recognised = all.filter(({ turn, read }) => !read?.format || first.get(read.format) === turn)
  const context: Context = {
    baseline,
    today,
    filesOf: filesOf(recognised),
  }
  return recognised.map(({ name, read }) => checkFile(name, read, context))
}

/** Gives each of the files and lets go of it, so that nothing but who reads it holds it. */
export function * givenAway(files: GivenFile[]): Generator<GivenFile> {
  for (let file = files.shift(); file; file = files.shift()) yield file
}

function checkFile(file: string, read: Recognised | null, context: Context): CheckedFile {
  if (read === null) return refused(file, null, [{ check: unknownCheck, key: 'unknown', severity: 'error', place: start, values: {} }])
  if ('problems' in read)
    return refused(file, read.format, read.problems.map(({ place, reason, values }) =>
      ({ check: unreadableCheck, key: reason, severity: 'error', place, values: values ?? {} })))
  const results = checks.filter(({ format }) => format === read.format).map(check => {
    const items = itemsOf(check, context.baseline)
    const findings = findingsOf(check, read.document, context).map(finding => ({ ...finding, items }))
    return { check: check.id, subjects: check.subjects, items, findings, asAsked: asAskedOf(check, read.document, context, findings) }
  })
  const findings = results.flatMap(result => result.findings).sort((a, b) =>
    a.place.line - b.place.line || a.place.column - b.place.column || a.check.localeCompare(b.check))
  return {
    file, format: read.format, outcome: outcomeOf(findings), findings,
    checks: results.map(({ check, subjects, items, findings, asAsked }) =>
      ({ check, subjects, items, outcome: outcomeOf(findings), ...(asAsked.length > 0 && { asAsked }) })),
  }
}

const start = { line: 1, column: 1 }

function refused(file: string, format: FormatId | null, findings: readonly Finding[]): CheckedFile {
  return { file, format, outcome: 'error', findings: findings.map(finding => ({ ...finding, items: [] })), checks: [] }
}

function findingsOf(check: Check, document: unknown, context: Context): Finding[] {
  return [...check.run(document as never, context)].map(({ key, place, values, rows }) => {
    const severity = check.findings[key]
    if (!severity) throw new Error(`${check.id} does not declare ${key}`)
    return { check: check.id, key, severity, place, values: { ...values } as Values, ...(rows && { rows }) }
  })
}

/** Rows that the file has and of which nothing was found; none where the file as a whole falls short or cannot tell. */
function asAskedOf(check: Check, document: unknown, context: Context, findings: readonly Finding[]): string[] {
  if (!check.rows || findings.some(({ severity, rows }) => rows === undefined && severity !== 'info' && severity !== 'warning')) return []
  const differing = new Set(findings.flatMap(({ rows = [] }) => rows))
  return [...new Set(check.rows(document as never, context))].filter(key => !differing.has(key))
}

function itemsOf({ subjects }: Check, { subjects: items }: Baseline): string[] {
  return [...new Set(subjects.flatMap(subject => items[subject] ?? []))].sort()
}
