import { z } from 'zod'
import { itemSorts, type ItemFilter, type ItemSort } from '@/lib/domain/item-list'
import { criticalities, declaredStatuses, itemKinds, provenStatuses, type ItemKind } from '@/lib/domain/items'

/** What the address of the list of items asks for. */
export interface ItemListQuery extends ItemFilter {
  kind: ItemKind | 'all'
  sort: ItemSort
  /** The other way round. */
  desc: boolean
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
    if (value !== usual[name]) address.set(name, value === true ? '1' : String(value))
  }
  return address.size === 0 ? '' : `?${address}`
}

/** The same list without its filters. */
export function withoutFilters({ kind, sort, desc }: ItemListQuery): ItemListQuery {
  return { ...usual, kind, sort, desc }
}

const usual: ItemListQuery = {
  q: '', dimension: null, team: null, declared: null, proven: null, criticality: null, late: false, mine: false,
  kind: 'checklist', sort: 'order', desc: false, page: 1,
}

const names = Object.keys(usual) as (keyof ItemListQuery)[]

// Of a parameter that stands more than once the first counts.
const single = z.preprocess(value => (Array.isArray(value) ? value[0] : value), z.string())
const flag = single.transform(value => value === '1').catch(false)
const choice = <const Values extends readonly string[]>(values: Values) => single.pipe(z.enum(values))
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
  page: single.transform(Number).pipe(z.int().min(1).max(lastPage)).catch(usual.page),
})
