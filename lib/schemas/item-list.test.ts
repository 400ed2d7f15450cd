import { describe, expect, test } from 'vitest'
import { itemListAddress, parseItemList, withoutFilters } from './item-list'

const keys = { dimensions: ['security', 'cost'], teams: ['sre'] }
const parse = (address: string) => {
  const parameters = new URLSearchParams(address)
  return parseItemList(Object.fromEntries([...new Set(parameters.keys())].map(name => {
    const values = parameters.getAll(name)
    return [name, values.length > 1 ? values : values[0]]
  })), keys)
}
const usual = parse('')

describe('parseItemList', () => {
  test('an empty address asks for the checklist in its own order', () => {
    expect(usual).toEqual({
      q: '', dimension: null, team: null, declared: null, proven: null, criticality: null, late: false, mine: false,
      kind: 'checklist', sort: 'order', desc: false, group: null, columns: ['criticality', 'owner', 'due', 'declared', 'proven'],
      page: 1,
    })
  })

  test('reads everything that it knows', () => {
    const address = '?q=tls&dimension=cost&team=sre&declared=done&proven=stale&criticality=gate&late=1&mine=1'
      + '&kind=all&sort=due&desc=1&group=month&columns=due,proven&page=2'
    expect(parse(address)).toEqual({
      q: 'tls', dimension: 'cost', team: 'sre', declared: 'done', proven: 'stale', criticality: 'gate', late: true,
      mine: true, kind: 'all', sort: 'due', desc: true, group: 'month', columns: ['due', 'proven'], page: 2,
    })
    expect(itemListAddress(parse(address))).toBe(address)
  })

  test.each([
    'dimension=nowhere', 'dimension=', 'team=__proto__', 'declared=perhaps', 'proven=', 'criticality=GATE',
    'group=nothing', 'columns=', 'columns=price', 'late=yes', 'mine=', 'kind=control2', 'sort=constructor', 'desc=0', 'page=0', 'page=-1', 'page=1.5', 'page=NaN',
    'page=1e9', 'page=', 'q=', 'q=++', 'other=1', 'utm_source=mail',
  ])('ignores %s', address => expect(parse(address)).toEqual(usual))

  test('of what stands twice the first counts', () => {
    expect(parse('kind=all&kind=control&kind=nothing').kind).toBe('all')
  })

  test('columns come in their own order, from one parameter or several', () => {
    expect(parse('columns=proven,due,due').columns).toEqual(['due', 'proven'])
    expect(parse('columns=proven&columns=dimension').columns).toEqual(['dimension', 'proven'])
  })

  test('cuts a search that is too long', () => expect(parse(`q=${'a'.repeat(5000)}`).q).toHaveLength(200))
})

describe('itemListAddress', () => {
  test('leaves out what is usual', () => expect(itemListAddress(usual)).toBe(''))

  test('escapes what was searched', () => {
    const query = { ...usual, q: 'TLS & «válido»?#' }
    expect(parse(itemListAddress(query))).toEqual(query)
  })
})

test('withoutFilters keeps the tab and how it is laid out', () => {
  const query = parse('kind=control&sort=due&desc=1&group=owner&columns=due&q=x&mine=1&page=2')
  expect(itemListAddress(withoutFilters(query))).toBe('?kind=control&sort=due&desc=1&group=owner&columns=due')
})
