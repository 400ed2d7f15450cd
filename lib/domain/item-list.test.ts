import { describe, expect, test } from 'vitest'
import {
  filterItems, isLate, pageOf, sortItems, type ItemFilter, type ListedItem, type ListReader,
} from './item-list'

const item = (code: string, values: Partial<ListedItem> = {}): ListedItem => ({
  code, kind: 'checklist', dimensionKey: 'security', requirement: { es: code, en: code }, criterion: { es: '', en: '' },
  criticality: 'standard', ownerTeams: ['sre'], owners: 'SRE', assigneeId: null, dueOn: null,
  declaredStatus: 'not_started', proven: 'unmet', ...values,
})
const anything: ItemFilter = {
  q: '', dimension: null, team: null, declared: null, proven: null, criticality: null, late: false, mine: false,
}
const reader: ListReader = { language: 'es', userId: 'ana', teams: ['sre'], standsInFor: [], today: '2026-11-24' }
const codes = (rows: readonly ListedItem[]) => rows.map(({ code }) => code).join(' ')

describe('filterItems', () => {
  const rows = [
    item('SEC-01', {
      requirement: { es: 'Gestión de secretos', en: 'Secret management' },
      criterion: { es: 'Rotación de 90 días', en: 'Rotation' },
      criticality: 'critical', ownerTeams: ['devops'], assigneeId: 'ana',
    }),
    item('DR-01', { dimensionKey: 'recovery', declaredStatus: 'done', proven: 'stale', dueOn: '2026-11-23' }),
    item('OBS-01', { ownerTeams: ['backend', 'devops'], proven: 'proven', dueOn: '2026-11-23' }),
  ]
  const found = (filter: Partial<ItemFilter>, by: ListReader = reader) =>
    codes(filterItems(rows, { ...anything, ...filter }, by))

  test('mine is also what is assigned to whom the reader stands in for', () => {
    const delegate: ListReader = { ...reader, userId: 'eva', teams: [] }
    expect(found({ mine: true }, delegate)).toBe('')
    expect(found({ mine: true }, { ...delegate, standsInFor: ['ana'] })).toBe('SEC-01')
  })
  test('asks nothing, keeps all in order', () => expect(found({})).toBe('SEC-01 DR-01 OBS-01'))

  test.each<[string, string, string]>([
    ['code in any case', 'sec-01', 'SEC-01'],
    ['requirement without its accent', 'gestion', 'SEC-01'],
    ['an accent that is not there', 'sécretos', 'SEC-01'],
    ['decomposed accents', 'gestio\u0301n', 'SEC-01'],
    ['criterion', '90 dias', 'SEC-01'],
    ['words in any order', 'rotacion  SECRETOS', 'SEC-01'],
    ['one word of two missing', 'secretos backup', ''],
    ['the other language', 'management', ''],
    ['space alone', '   ', 'SEC-01 DR-01 OBS-01'],
  ])('searches %s', (_, q, expected) => expect(found({ q })).toBe(expected))

  test('searches in the reader’s language', () => {
    expect(found({ q: 'management' }, { ...reader, language: 'en' })).toBe('SEC-01')
  })

  test.each<[Partial<ItemFilter>, string]>([
    [{ dimension: 'recovery' }, 'DR-01'],
    [{ team: 'devops' }, 'SEC-01 OBS-01'],
    [{ declared: 'done' }, 'DR-01'],
    [{ proven: 'proven' }, 'OBS-01'],
    [{ criticality: 'critical' }, 'SEC-01'],
    [{ late: true }, 'DR-01'],
    [{ mine: true }, 'SEC-01 DR-01'],
    [{ mine: true, late: true }, 'DR-01'],
    [{ team: 'devops', declared: 'done' }, ''],
  ])('%j', (filter, expected) => expect(found(filter)).toBe(expected))
})

describe('isLate', () => {
  test.each<[string, Partial<ListedItem>, boolean]>([
    ['on its day', { dueOn: '2026-11-24' }, false],
    ['the day after', { dueOn: '2026-11-23' }, true],
    ['without a date', { dueOn: null }, false],
    ['proven', { dueOn: '2026-11-23', proven: 'proven' }, false],
    ['excepted', { dueOn: '2026-11-23', proven: 'excepted' }, false],
    ['declared done, not proven', { dueOn: '2026-11-23', declaredStatus: 'done' }, true],
  ])('%s', (_, values, expected) => expect(isLate(item('A-1', values), '2026-11-24')).toBe(expected))
})

describe('sortItems', () => {
  const rows = [
    item('SEC-10', {
      requirement: { es: 'Ámbito', en: 'Scope' }, dueOn: '2026-12-01', criticality: 'gate', proven: 'proven',
    }),
    item('SEC-2', { requirement: { es: 'Zona', en: 'Area' }, declaredStatus: 'done', owners: 'DevOps' }),
    item('DR-1', { requirement: { es: 'base', en: 'base' }, dueOn: '2026-11-01', proven: 'refuted' }),
  ]
  const sorted = (sort: Parameters<typeof sortItems>[1], descending = false, language: 'es' | 'en' = 'es') =>
    codes(sortItems(rows, sort, descending, language))

  test.each<[Parameters<typeof sortItems>[1], string, string]>([
    ['order', 'SEC-10 SEC-2 DR-1', 'DR-1 SEC-2 SEC-10'],
    ['code', 'DR-1 SEC-2 SEC-10', 'SEC-10 SEC-2 DR-1'],
    ['requirement', 'SEC-10 DR-1 SEC-2', 'SEC-2 DR-1 SEC-10'],
    ['criticality', 'SEC-10 SEC-2 DR-1', 'SEC-2 DR-1 SEC-10'],
    ['owner', 'SEC-2 SEC-10 DR-1', 'SEC-10 DR-1 SEC-2'],
    ['due', 'DR-1 SEC-10 SEC-2', 'SEC-10 DR-1 SEC-2'],
    ['declared', 'SEC-10 DR-1 SEC-2', 'SEC-2 SEC-10 DR-1'],
    ['proven', 'DR-1 SEC-2 SEC-10', 'SEC-10 SEC-2 DR-1'],
  ])('by %s, both ways', (sort, ascending, descending) => {
    expect(sorted(sort)).toBe(ascending)
    expect(sorted(sort, true)).toBe(descending)
  })

  test('by requirement in the reader’s language', () => {
    expect(sorted('requirement', false, 'en')).toBe('SEC-2 DR-1 SEC-10')
  })

  test('leaves what it was given alone', () => {
    sorted('due')
    expect(codes(rows)).toBe('SEC-10 SEC-2 DR-1')
  })
})

describe('pageOf', () => {
  const rows = [1, 2, 3, 4, 5]
  test.each([
    [1, { rows: [1, 2], page: 1, pages: 3 }],
    [3, { rows: [5], page: 3, pages: 3 }],
    [9, { rows: [5], page: 3, pages: 3 }],
  ])('page %i', (page, expected) => expect(pageOf(rows, page, 2)).toEqual(expected))

  test('of nothing', () => expect(pageOf([], 4, 2)).toEqual({ rows: [], page: 1, pages: 1 }))
})
