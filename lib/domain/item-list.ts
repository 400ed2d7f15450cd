import { collatorOf } from './by-name'
import type { LocalDate } from './dates'
import {
  criticalities, declaredStatuses, provenStatuses, type Criticality, type DeclaredStatus, type ItemKind,
  type ProvenStatus,
} from './items'
import { assignedOf } from './my-work'
import type { Bilingual, Language } from './language'

/** What a list of items can be sorted by; `order` is the source's own. */
export const itemSorts = ['order', 'code', 'requirement', 'criticality', 'owner', 'due', 'declared', 'proven'] as const
export type ItemSort = (typeof itemSorts)[number]

/** What a list can show of an item beside its code and requirement, in this order. */
export const itemColumns = ['dimension', 'criticality', 'owner', 'assignee', 'due', 'agreed', 'declared', 'proven'] as const
export type ItemColumn = (typeof itemColumns)[number]

/** What it shows unless others are chosen. */
export const usualColumns: readonly ItemColumn[] = ['criticality', 'owner', 'due', 'declared', 'proven']

/** An item as lists show it. */
export interface ListedItem {
  code: string
  kind: ItemKind
  dimensionKey: string
  requirement: Bilingual
  criterion: Bilingual
  criticality: Criticality
  ownerTeams: readonly string[]
  /** The owning teams' names in the reader's language. */
  owners: string
  assigneeId: string | null
  dueOn: LocalDate | null
  declaredStatus: DeclaredStatus
  proven: ProvenStatus
}

/** What is asked of a list; null and false ask nothing. */
export interface ItemFilter {
  /** Words that must all occur, in any case and with or without accents. */
  q: string
  dimension: string | null
  team: string | null
  declared: DeclaredStatus | null
  proven: ProvenStatus | null
  criticality: Criticality | null
  late: boolean
  /** Assigned to the reader or to whom they stand in for, or owned by a team of theirs. */
  mine: boolean
}

/** Who reads the list, and on which day. */
export interface ListReader {
  language: Language
  userId: string
  teams: readonly string[]
  standsInFor: readonly string[]
  today: LocalDate
}

/** The items that fit all of a filter, in the order given. */
export function filterItems<Row extends ListedItem>(
  rows: readonly Row[], filter: ItemFilter, reader: ListReader,
): Row[] {
  const { dimension, team, declared, proven, criticality } = filter
  const words = fold(filter.q).split(/\s+/).filter(Boolean)
  return rows.filter(row =>
    (dimension === null || row.dimensionKey === dimension)
    && (team === null || row.ownerTeams.includes(team))
    && (declared === null || row.declaredStatus === declared)
    && (proven === null || row.proven === proven)
    && (criticality === null || row.criticality === criticality)
    && (!filter.late || isLate(row, reader.today))
    && (!filter.mine || isMine(row, reader))
    && (words.length === 0 || hasWords(row, words, reader.language)))
}

/** Sorts stably: equals keep the order given, and what has no date comes last either way. */
export function sortItems<Row extends ListedItem>(
  rows: readonly Row[], sort: ItemSort, descending: boolean, language: Language,
): Row[] {
  if (sort === 'order') return descending ? rows.toReversed() : [...rows]
  const compare = comparison(sort, language)
  return rows.toSorted((a, b) => {
    const undated = Number(a.dueOn === null) - Number(b.dueOn === null)
    if (sort === 'due' && undated !== 0) return undated
    return descending ? compare(b, a) : compare(a, b)
  })
}

/** One page of a list; a page beyond the last is the last. */
export function pageOf<Row>(
  rows: readonly Row[], page: number, size: number,
): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const shown = Math.min(Math.max(1, page), pages)
  return { rows: rows.slice((shown - 1) * size, shown * size), page: shown, pages }
}

/** Whether nothing is owed on an item any more, or not for now. */
export function isSettled({ proven }: Pick<ListedItem, 'proven'>): boolean {
  return proven === 'proven' || proven === 'excepted' || proven === 'not_applicable'
}

/** Whether an item's date has passed while it is still owed. */
export function isLate(row: Pick<ListedItem, 'proven' | 'dueOn'>, today: LocalDate): boolean {
  return row.dueOn !== null && !isSettled(row) && row.dueOn < today
}

function isMine(row: ListedItem, reader: ListReader): boolean {
  return assignedOf(reader, row.assigneeId) !== null || row.ownerTeams.some(team => reader.teams.includes(team))
}

function hasWords(row: ListedItem, words: readonly string[], language: Language): boolean {
  const text = fold(`${row.code} ${row.requirement[language]} ${row.criterion[language]}`)
  return words.every(word => text.includes(word))
}

/** Text without case and accents, as searches compare it. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

type Comparison = (a: ListedItem, b: ListedItem) => number

function comparison(sort: Exclude<ItemSort, 'order'>, language: Language): Comparison {
  const collator = collatorOf(language)
  const byText = (text: (row: ListedItem) => string): Comparison => (a, b) => collator.compare(text(a), text(b))
  const byRank = (rank: (row: ListedItem) => number): Comparison => (a, b) => rank(a) - rank(b)
  const comparisons: Record<Exclude<ItemSort, 'order'>, Comparison> = {
    code: byText(row => row.code),
    requirement: byText(row => row.requirement[language]),
    criticality: byRank(row => criticalities.indexOf(row.criticality)),
    owner: byText(row => row.owners),
    due: byText(row => row.dueOn ?? ''),
    declared: byRank(row => declaredStatuses.indexOf(row.declaredStatus)),
    proven: byRank(row => provenStatuses.indexOf(row.proven)),
  }
  return comparisons[sort]
}
