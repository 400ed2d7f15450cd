import { expect, test } from 'vitest'
import { byName } from './by-name'

const names = ['Zoe', null, 'Nuñez', 'Álvaro', 'zulma', 'Ana', 'Equipo 10', 'Equipo 2']

test('accents and case part no names, each language has its letters, and what has no name comes last', () => {
  expect(byName(names, 'es', name => name)).toEqual(['Álvaro', 'Ana', 'Equipo 2', 'Equipo 10', 'Nuñez', 'Zoe', 'zulma', null])
  expect(byName(['Nz', 'Ñandú'], 'es', name => name)).toEqual(['Nz', 'Ñandú'])
  expect(byName(['Nz', 'Ñandú'], 'en', name => name)).toEqual(['Ñandú', 'Nz'])
})

test('equals keep the order given, and the list given stays as it is', () => {
  const rows = [{ id: 2, name: 'Ana' }, { id: 1, name: 'Ana' }, { id: 3, name: null }]
  expect(byName(rows, 'es', ({ name }) => name).map(({ id }) => id)).toEqual([2, 1, 3])
  const given = ['b', 'a']
  byName(given, 'es', name => name)
  expect(given).toEqual(['b', 'a'])
})
