import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { multiStage } from './multi-stage'

test.each([
  ['one stage', 'FROM python:3.13\nRUN pip install .', ['single-stage 1:1']],
  ['two, of which the last takes from the first', 'FROM python:3.13 AS build\nRUN true\nFROM python:3.13-slim\nCOPY --from=build /app /app', []],
  ['two, of which the last takes by number', 'FROM python:3.13\nRUN true\nFROM python:3.13-slim\nCOPY --from=0 /app /app', []],
  ['two, of which the last has all of the first', 'FROM python:3.13 AS build\nRUN true\nFROM build\nUSER app', ['nothing-copied 3:1']],
  ['two, of which the last takes nothing', 'FROM python:3.13 AS build\nRUN true\nFROM python:3.13-slim\nCOPY . .', ['nothing-copied 3:1']],
  ['three, of which the last is built on one that takes', 'FROM python:3.13 AS build\nRUN true\nFROM python:3.13-slim AS base\nCOPY --from=build /a /a\nFROM base\nUSER app', []],
  ['two, of which the last installs what the first has at hand for it', 'FROM python:3.13 AS build\nRUN true\nFROM python:3.13-slim\nRUN --mount=type=bind,from=build,source=/w,target=/w pip install /w/*', []],
  ['two, of which the last is the first, with a tool from elsewhere', 'FROM python:3.13 AS build\nCOPY --from=tools:1 /uv /bin/\nFROM build\nUSER app', ['nothing-copied 3:1']],
  ['two, of which the last takes from elsewhere alone', 'FROM python:3.13 AS build\nRUN true\nFROM python:3.13-slim\nCOPY --from=tools:1 /uv /bin/', ['nothing-copied 3:1']],
])('%s', (_, text, expected) => {
  expect(found(multiStage, text)).toEqual(expected)
})
