import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupItems, pageOfGroups, type ItemGrouping } from './item-groups'
import type { ListedItem } from './item-list'

const item = (code: string, values: Partial<ListedItem> = {}): ListedItem => ({
  code, kind: 'checklist', dimensionKey: 'security', requirement: { es: code, en: code }, criterion: { es: '', en: '' },
  criticality: 'standard', ownerTeams: ['sre'], owners: 'SRE', assigneeId: null, dueOn: null,
  declaredStatus: 'not_started', proven: 'unmet', ...values,
})

describe('groupItems', () => {
  const rows = [
    item('A-1', { dueOn: '2027-01-15', declaredStatus: 'done', criticality: 'gate' }),
    item('A-2', { dimensionKey: 'cost', ownerTeams: ['sre', 'backend'], owners: 'Backend, SRE', proven: 'proven' }),
    item('A-3', { dueOn: '2026-12-31', ownerTeams: ['backend', 'sre'], owners: 'Backend, SRE' }),
    item('A-4', { dueOn: '2027-01-02', declaredStatus: 'partial', proven: 'refuted' }),
  ]
  test.each<[ItemGrouping, string]>([
    ['dimension', 'cost: A-2 | security: A-1 A-3 A-4'],
    ['owner', 'backend+sre: A-2 A-3 | sre: A-1 A-4'],
    ['declared', 'not_started: A-2 A-3 | partial: A-4 | done: A-1'],
    ['proven', 'refuted: A-4 | unmet: A-1 A-3 | proven: A-2'],
    ['criticality', 'gate: A-1 | standard: A-2 A-3 A-4'],
    ['month', '2026-12: A-3 | 2027-01: A-1 A-4 | : A-2'],
  ])('by %s', (grouping, expected) => {
    const groups = groupItems(rows, grouping, ['cost', 'security'], 'es')
    expect(groups.map(({ key, rows: members }) => `${key}: ${members.map(({ code }) => code).join(' ')}`).join(' | ')).toBe(expected)
  })
})

describe('pageOfGroups', () => {
  const groups = [{ key: 'a', rows: [1, 2, 3] }, { key: 'b', rows: [4] }, { key: 'c', rows: [5, 6] }]

  test('a group that does not fit goes on, and says so', () => {
    expect(pageOfGroups(groups, 2, 2)).toEqual({
      groups: [{ key: 'a', all: [1, 2, 3], rows: [3], continued: true }, { key: 'b', all: [4], rows: [4], continued: false }],
      page: 2, pages: 3,
    })
  })

  test('a page beyond the last is the last, and nothing has one page', () => {
    expect(pageOfGroups(groups, 9, 2)).toMatchObject({ page: 3, groups: [{ key: 'c', rows: [5, 6] }] })
    expect(pageOfGroups([], 1, 2)).toEqual({ groups: [], page: 1, pages: 1 })
  })

  test('the pages together are the list', () => {
    fc.assert(fc.property(fc.array(fc.nat(7), { maxLength: 8 }), fc.integer({ min: 1, max: 6 }), (sizes, size) => {
      const many = sizes.map((length, index) => ({ key: `${index}`, rows: Array.from({ length }, (_, n) => `${index}.${n}`) }))
      const { pages } = pageOfGroups(many, 1, size)
      const shown = Array.from({ length: pages }, (_, n) => pageOfGroups(many, n + 1, size).groups.flatMap(({ rows }) => rows))
      expect(shown.flat()).toEqual(many.flatMap(({ rows }) => rows))
      expect(shown.slice(0, -1).every(({ length }) => length === size)).toBe(true)
    }))
  })
})
