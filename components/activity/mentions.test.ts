import { describe, expect, test } from 'vitest'
import { matchingPeople, mentionables, mentionQuery, withTokens } from './mentions'

const people = [
  { id: '1', label: 'Ana' }, { id: '2', label: 'Ana María Solís' }, { id: '3', label: 'José Núñez' }, { id: '4', label: 'C. (x) [y]' },
]

test('people who share a name are told apart', () => {
  const person = (id: string, name: string, ...teams: string[]) => ({ id, name, teams })
  expect(mentionables([
    person('1', 'Ana', 'sre'), person('2', 'Ana', 'qa'), person('3', 'Ana', 'qa'), person('4', 'Luis', 'qa'), person('5', 'Eva'), person('6', 'Eva'),
  ]).map(({ label }) => label)).toEqual(['Ana (sre)', 'Ana (qa)', 'Ana (qa) 2', 'Luis', 'Eva', 'Eva 2'])
})

describe('naming somebody begins with an @ in front of the caret', () => {
  test.each([
    ['@', { from: 0, text: '' }], ['see @Jos', { from: 4, text: 'Jos' }], ['(@Ana M', { from: 1, text: 'Ana M' }],
    ['line\n@a', { from: 5, text: 'a' }],
    ['ana@example', null], ['@Ana María said', null], ['nobody', null], ['@Ana, ', null], ['@[', null],
  ])('%s', (text, query) => expect(mentionQuery(text, text.length)).toEqual(query))

  test('what stands behind the caret does not matter', () => expect(mentionQuery('@Jo and others', 3)).toEqual({ from: 0, text: 'Jo' }))
})

test.each([
  ['', ['1', '2', '3', '4']], ['ana', ['1', '2']], ['maria', ['2']], ['nune', ['3']], ['ana m', ['2']], ['na', []], ['zz', []],
])('“%s” offers those of whom a word begins so', (typed, ids) => {
  expect(matchingPeople(people, typed).map(({ id }) => id)).toEqual(ids)
})

test('no more than a few are offered', () => {
  const many = Array.from({ length: 50 }, (_, id) => ({ id: String(id), label: `Ana ${id}` }))
  expect(matchingPeople(many, 'a')).toHaveLength(6)
})

test.each([
  ['@Ana María Solís, @Ana and @José Núñez.', '@[2], @[1] and @[3].'],
  ['@Anabel, mail@Ana and Ana', '@Anabel, mail@Ana and Ana'],
  ['@C. (x) [y]!', '@[4]!'],
  ['@ana', '@ana'],
])('%s is stored as %s', (text, stored) => expect(withTokens(text, people)).toBe(stored))
