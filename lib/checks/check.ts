import type { Baseline, Subject } from '@/lib/domain/baseline'
import type { LocalDate } from '@/lib/domain/dates'
import type { Severity, Values } from './finding'
import type { DocumentOf, FormatId } from './formats'
import type { Place } from './place'

/** One rule over one kind of file. Pure: the same file, baseline and day give the same findings. */
export interface Check<Format extends FormatId = FormatId> {
  /** Stable, and the name of its page: `fly/force-https`. */
  id: string
  /** The kind of file that it reads. */
  format: Format
  /** What it speaks of; the baseline says which items that is. */
  subjects: readonly Subject[]
  /** What it may find, each with its weight. */
  findings: Readonly<Record<string, Severity>>
  run(document: DocumentOf<Format>, context: Context): Iterable<Found>
  /**
   * Keys of the rows of the baseline that the file has, of a check that goes through them one by one: what it finds
   * nothing of is as asked.
   */
  rows?(document: DocumentOf<Format>, context: Context): readonly string[]
}

export interface Found {
  key: string
  place: Place
  /** TypeScript gives what one check finds the names of all its values; those that are not said are left out. */
  values?: Readonly<Record<string, Values[string] | undefined>>
  /**
   * Keys of the rows that it is about; none where it is about what the baseline does not list. Left out where it is
   * about the whole file, of which then no row is as asked.
   */
  rows?: readonly string[]
}

/** What a check may hold a file against. */
export interface Context {
  baseline: Baseline
  /** The day on which validity is judged. */
  today: LocalDate
  /** The other readable files that were given with it, and the file itself, of one format. */
  filesOf: <Format extends FormatId>(format: Format) => readonly { name: string; document: DocumentOf<Format> }[]
}

/** A check, whose `run` finds nothing but what it declares. */
export function check<Format extends FormatId, Key extends string>(definition: {
  id: string
  format: Format
  subjects: readonly Subject[]
  findings: Readonly<Record<Key, Severity>>
  run: (document: DocumentOf<Format>, context: Context) => Iterable<Found & { key: NoInfer<Key> }>
  rows?: (document: DocumentOf<Format>, context: Context) => readonly string[]
}): Check<Format> {
  return definition
}

/** The same as being about these rows of the baseline. */
export function * ofRows<One extends Found>(rows: readonly string[], found: Iterable<One>): Iterable<One> {
  for (const one of found) yield { ...one, rows }
}
