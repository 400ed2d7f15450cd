import { expect, test } from 'vitest'
import { overtakeRows, selectRows, straysOf, type Selection } from './selection'

const none: Selection = new Map()
const shown = { 'DRP-03': 1, 'DRP-04': 2 }

test('what is selected stays at the version that was in sight then', () => {
  const one = selectRows(none, ['DRP-04'], true, shown)
  const renewed = { ...shown, 'DRP-04': 3 }
  const both = selectRows(one, ['DRP-03', 'DRP-04'], true, renewed)
  expect([...both]).toEqual([['DRP-04', 2], ['DRP-03', 1]])
  expect(straysOf(both, renewed)).toEqual({ overtaken: ['DRP-04'], away: [] })
  expect([...overtakeRows(both, renewed)]).toEqual([['DRP-04', 3], ['DRP-03', 1]])
})

test('what was taken out and is selected again is selected as it is now', () => {
  const one = selectRows(none, ['DRP-04'], true, shown)
  const renewed = { ...shown, 'DRP-04': 3 }
  const again = selectRows(selectRows(one, ['DRP-04'], false, renewed), ['DRP-04'], true, renewed)
  expect([...again]).toEqual([['DRP-04', 3]])
})

test('what the page does not show stays selected as it was, and nothing else that it does not show is', () => {
  const one = selectRows(none, ['DRP-04', 'NIL-01'], true, shown)
  expect([...one]).toEqual([['DRP-04', 2]])
  const other = { 'OBS-02': 1 }
  expect(straysOf(one, other)).toEqual({ overtaken: [], away: ['DRP-04'] })
  expect([...overtakeRows(one, other)]).toEqual([['DRP-04', 2]])
})
