import { z } from 'zod'
import { itemGroupings, type ItemGrouping } from '@/lib/domain/item-groups'
import { itemColumns, itemSorts, usualColumns, type ItemColumn, type ItemFilter, type ItemSort } from '@/lib/domain/item-list'
import { criticalities, declaredStatuses, itemKinds, provenStatuses, type ItemKind } from '@/lib/domain/items'

/** What the address of the list of items asks for. */
export interface ItemListQuery extends ItemFilter {
  kind: ItemKind | 'all'
  sort: ItemSort
  /** The other way round. */
  desc: boolean
  group: ItemGrouping | null
  /** In the order of `itemColumns`. */
  columns: readonly ItemColumn[]
  page: number
}

/** What the filters can name in this assessment. */
export interface ItemListKeys {
  dimensions: readonly string[]
  teams: readonly string[]
}

type Address = Record<string, string | string[] | undefined>

/** Reads an address, which anybody may have typed: what it does not know it ignores. */
export function parseItemList(address: Address, keys: ItemListKeys): ItemListQuery {
  const oneOf = (known: readonly string[]) => single.refine(value => known.includes(value)).nullable().catch(null)
  return schema.extend({ dimension: oneOf(keys.dimensions), team: oneOf(keys.teams) }).parse(address)
}

/** The address's part that asks for this, `?` included; what is asked of every list is left out. */
export function itemListAddress(query: ItemListQuery): string {
  const address = new URLSearchParams()
  for (const name of names) {
    const value = query[name]
    if (String(value) !== String(usual[name])) address.set(name, value === true ? '1' : String(value))
  }
  // A comma need not be escaped, and is easier to read.
  return address.size === 0 ? '' : `?${address}`.replaceAll('%2C', ',')
}

/** The same list without its filters. */
export function withoutFilters({ kind, sort, desc, group, columns }: ItemListQuery): ItemListQuery {
  return { ...usual, kind, sort, desc, group, columns }
}

const usual: ItemListQuery = {
  q: '', dimension: null, team: null, declared: null, proven: null, criticality: null, late: false, mine: false,
  kind: 'checklist', sort: 'order', desc: false, group: null, columns: usualColumns, page: 1,
}

const names = Object.keys(usual) as (keyof ItemListQuery)[]

// Of a parameter that stands more than once the first counts.
const single = z.preprocess(value => (Array.isArray(value) ? value[0] : value), z.string())
const flag = single.transform(value => value === '1').catch(false)
const choice = <const Values extends readonly string[]>(values: Values) => single.pipe(z.enum(values))
// A form without JavaScript sends one parameter a column.
const columns = z.preprocess(
  value => [value].flat().join().split(','),
  z.array(z.string()).transform(asked => itemColumns.filter(column => asked.includes(column))),
).refine(chosen => chosen.length > 0).catch([...usualColumns])
const longestSearch = 200
const lastPage = 1000

const schema = z.object({
  q: single.transform(value => value.trim().slice(0, longestSearch)).catch(usual.q),
  declared: choice(declaredStatuses).nullable().catch(null),
  proven: choice(provenStatuses).nullable().catch(null),
  criticality: choice(criticalities).nullable().catch(null),
  late: flag,
  mine: flag,
  kind: choice([...itemKinds, 'all']).catch(usual.kind),
  sort: choice(itemSorts).catch(usual.sort),
  desc: flag,
  group: choice(itemGroupings).nullable().catch(null),
  columns,
  page: single.transform(Number).pipe(z.int().min(1).max(lastPage)).catch(usual.page),
})
