import { describe, expect, test } from 'vitest'
import { changesOf, concernsOnly, isConcerned } from './changes'

const event = (id: string, verb = 'item.planned', type = 'item') => ({ verb, type, id, notApplicable: false })
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index))

describe('what events changed', () => {
  test.each([
    ['nothing', [], { said: [], changed: [] }],
    ['items and tasks, each once', [event('a'), event('t', 'task.updated', 'task'), event('a')], { said: [], changed: ['a', 't'] }],
    ['what was said', [event('a', 'item.statusChanged'), event('b', 'item.commented')], { said: ['a', 'b'], changed: [] }],
    ['what was said of what changed', [event('a', 'item.statusChanged'), event('a')], { said: [], changed: ['a'] }],
    ['a claim that it does not apply', [{ ...event('a', 'item.statusChanged'), notApplicable: true }], { said: [], changed: ['a'] }],
    ['evidence', [event('a', 'evidence.submitted')], { said: [], changed: ['a'] }],
    ['anything else', [event('a'), event('p', 'policy.proposed', 'policy')], null],
    ['as much as is named', ids(50).map(id => event(id)), { said: [], changed: ids(50) }],
    ['more', ids(51).map(id => event(id)), null],
  ])('%s', (_what, events, expected) => expect(changesOf(events)).toEqual(expected))
})

describe('whom changes concern', () => {
  const page = { ids: ['a'], othersProof: false }
  const list = { ids: ['a'], othersProof: true }
  test.each([
    ['unknown changes: every page', page, null, true],
    ['any change: a page that does not say', undefined, { said: [], changed: [] }, true],
    ['what is said of what it shows: a page', page, { said: ['a'], changed: [] }, true],
    ['what is said of another: no page', page, { said: ['b'], changed: [] }, false],
    ['what is said of another: no list either', list, { said: ['b'], changed: [] }, false],
    ['a change of what it shows: a page', page, { said: [], changed: ['a'] }, true],
    ['a change of another: no page', page, { said: [], changed: ['b'] }, false],
    ['a change of another: a list that shows what is proven', list, { said: [], changed: ['b'] }, true],
  ])('%s', (_what, concerns, changes, expected) => expect(isConcerned(concerns, changes)).toBe(expected))
})

test('a page that would name too much names nothing, and is concerned by anything', () => {
  expect(concernsOnly(ids(80), { othersProof: false })).toEqual({ ids: ids(80), othersProof: false })
  expect(isConcerned(concernsOnly(ids(81), { othersProof: false }), { said: ['a'], changed: [] })).toBe(true)
})
