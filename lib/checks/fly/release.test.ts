import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { release } from './release'

test.each([
  ['a migration', '[deploy]\nrelease_command = "alembic upgrade head"', []],
  ['none', '[deploy]\nstrategy = "rolling"', ['none 2:1']],
  ['none, and no deploy table', '[env]\nA = "1"', ['none 1:1']],
  ['an empty one', '[deploy]\nrelease_command = " "', ['none 3:1']],
  ['one that succeeds whatever happens', '[deploy]\nrelease_command = "true"', ['does-nothing 3:1']],
  ['one that only talks', '[deploy]\nrelease_command = "echo later"', ['does-nothing 3:1']],
  ['one that talks before it works', '[deploy]\nrelease_command = "echo now; ./migrate"', []],
])('%s', (_, text, expected) => {
  expect(found(release, `app = "portal"\n${text}`)).toEqual(expected)
})
