import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { healthCheck } from './health-check'

test.each([
  ['one', 'FROM python:3.13\nHEALTHCHECK --interval=15s CMD curl -f http://localhost:8000/health', []],
  ['one as a list', 'FROM python:3.13\nHEALTHCHECK CMD ["check"]', []],
  ['none', 'FROM python:3.13\nUSER app', ['none 1:1']],
  ['one that is turned off', 'FROM python:3.13\nHEALTHCHECK NONE', ['disabled 2:1']],
  ['one that is turned off later', 'FROM python:3.13\nHEALTHCHECK CMD check\nHEALTHCHECK none', ['disabled 3:1']],
  ['one that asks nothing', 'FROM python:3.13\nHEALTHCHECK CMD', ['no-command 2:1']],
  ['one of a list of nothing', 'FROM python:3.13\nHEALTHCHECK CMD []', ['no-command 2:1']],
  ['one of another stage', 'FROM python:3.13 AS build\nHEALTHCHECK CMD check\nFROM python:3.13', ['none 3:1']],
  ['one of the stage it is built on', 'FROM python:3.13 AS base\nHEALTHCHECK CMD check\nFROM base', []],
  ['one that always ends well', 'FROM python:3.13\nHEALTHCHECK CMD exit 0', ['does-nothing 2:1']],
  ['one that always ends well, as a list', 'FROM python:3.13\nHEALTHCHECK CMD ["true"]', ['does-nothing 2:1']],
  ['one whose failure is passed over', 'FROM python:3.13\nHEALTHCHECK CMD curl -f http://localhost/health || true', ['does-nothing 2:1']],
  ['one whose failure is said', 'FROM python:3.13\nHEALTHCHECK CMD curl -f http://localhost/health || exit 1', []],
])('%s', (_, text, expected) => {
  expect(found(healthCheck, text)).toEqual(expected)
})
