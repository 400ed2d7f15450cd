import { describe, expect, test } from 'vitest'
import { eventsHref, readEventSearch } from './event-search'

const person = '01935b7e-8f3a-7c61-9d2b-0a1b2c3d4e5f'
const nothing = { before: null, group: null, person: null }

describe('the search part of the address', () => {
  test('says which events are asked for', () => {
    const search = readEventSearch({ before: '51', group: 'evidence', person })
    expect(search).toEqual({ before: 51, group: 'evidence', person })
  })

  test.each([
    {}, { before: '' }, { before: '0' }, { before: '-3' }, { before: '1e3' }, { before: '9'.repeat(12) },
    { before: ['4', '5'] }, { group: '' }, { group: 'toString' }, { group: ['items'] },
    { person: '' }, { person: "' OR 1=1" }, { person: [person] },
  ])('is ignored where it makes no sense: %o', search => {
    expect(readEventSearch(search)).toEqual(nothing)
  })

  test('is written as it is read', () => {
    const search = { before: 51, group: 'roadmap', person } as const
    const { searchParams } = new URL(eventsHref('grupo-gad', search), 'http://localhost')
    expect(readEventSearch(Object.fromEntries(searchParams))).toEqual(search)
    expect(eventsHref('grupo-gad', nothing)).toBe('/grupo-gad/events')
  })
})
