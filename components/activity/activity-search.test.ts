import { expect, test } from 'vitest'
import { moreActivity, readActivityLimit } from './activity-search'

const asked = (search: string) => readActivityLimit(Object.fromEntries(new URLSearchParams(search)))

test('a thread begins with what is newest, and each link asks for more than the page had', () => {
  let limit = asked('')
  expect(limit).toBe(30)
  for (const next of [1000, 2000, 3000]) {
    limit = asked(moreActivity(limit))
    expect(limit).toBe(next)
  }
})

test.each(['activity=', 'activity=0', 'activity=-1', 'activity=1e9', 'activity=99999999', 'activity=ALL'])('%s asks for nothing', search => {
  expect(asked(search)).toBe(30)
})
