import { byName } from '@/lib/domain/by-name'
import { localDateAt, type LocalDate } from '@/lib/domain/dates'
import { filterItems, sortItems, type ListedItem } from '@/lib/domain/item-list'
import { parseItemList, type ItemListQuery } from '@/lib/schemas/item-list'
import type { Assessment } from './assessments'
import { listedItems } from './listed-items'
import { getTeamNames, listPeople, type Person } from './people'
import type { ItemRow } from './snapshot'
import { getVerdict, type Judged } from './verdict'
import type { SignedInViewer } from './viewer'

/** An item with everything that chosen columns may show of it. */
export type ListRow = ItemRow & ListedItem & { dimension: string; assignee: string | null }

/** What the address of a list asks for, and what it finds. */
export interface ItemList {
  query: ItemListQuery
  judged: Judged
  today: LocalDate
  /** What fits the filters, of every kind. */
  fitting: readonly ListRow[]
  /** What is listed, sorted; on however many pages. */
  listed: readonly ListRow[]
  /** Values that filters offer, with their words. */
  dimensions: Choice[]
  teams: Choice[]
  /** Every team, by name. */
  allTeams: Choice[]
  people: readonly Person[]
}

interface Choice {
  value: string
  label: string
}

/** The list of items that an address asks for, which anybody may have typed. */
export async function getItemList(
  viewer: SignedInViewer, assessment: Assessment, address: Record<string, string | string[] | undefined>, now: Date,
): Promise<ItemList> {
  const { language } = viewer
  const [judged, teamNames, people] = await Promise.all([getVerdict(assessment, now), getTeamNames(viewer), listPeople(viewer)])
  const dimensions = judged.snapshot.dimensions.map(({ key, title }) => ({ value: key, label: title[language] }))
  const titles = new Map(dimensions.map(({ value, label }) => [value, label]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const items = listedItems(judged, teamNames, language).map((item): ListRow => ({
    ...item, dimension: titles.get(item.dimensionKey) ?? item.dimensionKey,
    assignee: item.assigneeId && (names.get(item.assigneeId) ?? null),
  }))
  const allTeams = byName([...teamNames].map(([key, name]) => ({ value: key, label: name[language] })), language, ({ label }) => label)
  const teams = allTeams.filter(({ value }) => items.some(item => item.ownerTeams.includes(value)))
  const query = parseItemList(address, { dimensions: [...titles.keys()], teams: teams.map(({ value }) => value) })
  const today = localDateAt(now, assessment.timeZone)
  const { userId, teams: ownTeams, standsInFor } = viewer
  const fitting = filterItems(items, query, { language, today, userId, teams: ownTeams, standsInFor })
  const ofKind = fitting.filter(item => query.kind === 'all' || item.kind === query.kind)
  const listed = sortItems(ofKind, query.sort, query.desc, language)
  return { query, judged, today, fitting, listed, dimensions, teams, allTeams, people }
}
