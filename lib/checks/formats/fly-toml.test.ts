import { describe, expect, test } from 'vitest'
import { recognise } from '../recognise'

const read = (text: string) => recognise(new TextEncoder().encode(text))

test.each([
  ['an app with a service', 'app = "portal"\n[http_service]\ninternal_port = 8000', 'fly-toml'],
  ['an app with a region', 'primary_region = "dfw"', 'fly-toml'],
  ['a project of Python', '[project]\nname = "portal"\n[tool.ruff]\nline-length = 100', undefined],
  ['a package of Rust', '[package]\nname = "portal"\n[dependencies]\nserde = "1"', undefined],
  ['an app of something else', 'app = "portal"\nport = 1', undefined],
])('%s', (_, text, format) => {
  expect(read(text)?.format).toBe(format)
})

describe('a value that flyctl refuses is a problem', () => {
  test.each([
    ['a table that is text', '[http_service]\nconcurrency = "many"', '3:15 http_service.concurrency: table, string'],
    ['a list that is text', 'services = "web"', '2:12 services: table, string'],
    ['a list of text', 'mounts = ["data"]\n[env]', '2:11 mounts: table, string'],
    ['one table that is a list', '[[http_service]]\ninternal_port = 1', '2:1 http_service: table, array'],
    ['a switch in words', '[http_service]\nforce_https = "yes"', '3:15 http_service.force_https: boolean, string'],
    ['a number in words', '[http_service]\nhttp_options = { idle_timeout = "60s" }', '3:33 http_service.http_options.idle_timeout: integer, string'],
    ['a port in words', '[http_service]\ninternal_port = "http"', '3:17 http_service.internal_port: integer, string'],
    ['a time without meaning', '[http_service]\n[[http_service.checks]]\ninterval = "soon"', '4:12 http_service.checks.interval: duration, string'],
    ['a variable that is a table', '[env]\nDB = { host = "x" }', '3:6 env: string, table'],
    ['a check that is text', '[checks]\nalive = "x"', '3:9 checks: table, string'],
  ])('%s', (_, text, expected) => {
    const recognised = read(`app = "portal"\n${text}`)
    const problems = recognised && 'problems' in recognised ? recognised.problems : []
    expect(problems.map(({ place, reason, values }) => `${place.line}:${place.column} ${values?.expected}, ${values?.found}${reason === 'shape' ? '' : reason}`))
      .toEqual([expected])
  })
})

test('a broken file is told by its tables', () => {
  expect(read('app = "portal"\n[http_service]\ninternal_port = \n')).toMatchObject({ format: 'fly-toml', problems: [{ reason: 'syntax' }] })
})

test('a file of more tables than a person writes is refused, and not read for minutes', () => {
  const ports = '[[services.ports]]\nstart_port = 1\nend_port = 65535\n'
  const file = (count: number) => read(`app = "portal"\n[[services]]\n${ports.repeat(count)}`)
  expect(file(1_000)).toMatchObject({ document: { app: 'portal' } })
  expect(file(100_000)).toMatchObject({ format: 'fly-toml', problems: [{ reason: 'too-many-values' }] })
})
