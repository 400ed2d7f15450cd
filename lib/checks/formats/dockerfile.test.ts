import { describe, expect, test } from 'vitest'
import { recognise } from '../recognise'
import type { Dockerfile } from './dockerfile'

const recognised = (text: string) => recognise(new TextEncoder().encode(text))
const read = (text: string) => {
  const one = recognised(text)
  if (!one || !('document' in one)) throw new Error(JSON.stringify(one))
  return one.document as Dockerfile
}

test.each([
  ['FROM alone', 'FROM scratch', 'dockerfile'],
  ['a stage with a name, a platform and a directive', '# syntax=docker/dockerfile:1\n\nFROM --platform=linux/amd64 python:3.13-slim AS build\nRUN true', 'dockerfile'],
  ['arguments before it', 'ARG VERSION=3.13\nARG REGISTRY\nFROM ${REGISTRY}/python:${VERSION}\nUSER app', 'dockerfile'],
  ['small letters', 'from python:3.13\nrun true', 'dockerfile'],
  ['lines that end as on Windows', 'FROM python:3.13\r\nRUN true\r\n', 'dockerfile'],
  ['a sentence', 'From the beginning it was clear.\nNothing else.', undefined],
  ['a place and a date', 'From Madrid\nNovember 2026', undefined],
  ['a letter', 'From: a@portal.example\nTo: b@portal.example', undefined],
  ['YAML of a key that is called so', 'from: python\nrun: true', undefined],
  ['a query', 'FROM people\nWHERE age > 18', undefined],
  ['a command before it', 'RUN true\nFROM python', undefined],
])('%s', (_, text, format) => {
  expect(recognised(text)?.format ?? undefined).toBe(format)
})

describe('what Docker refuses is a problem', () => {
  test.each([
    ['an instruction that there is not', 'FROM python:3\nRUN true\nCOPPY . .', '3:1 unknown instruction: COPPY'],
    ['FROM with something behind it', 'FROM python:3 # slim\nRUN true', '1:1 FROM requires either one or three arguments'],
    ['a FROM that is part of what stands before it', 'ARG A=1 \\\nFROM python:3\nRUN true', '3:1 no build stage in current context'],
    ['a FROM that is part of it, and nothing else', 'ARG A=1 \\\nFROM python:3', '1:1 no build stage in current context'],
    ['an instruction of nothing', 'FROM python:3\nUSER\n', '2:1 USER requires at least one argument'],
  ])('%s', (_, text, expected) => {
    const one = recognised(text)
    expect(one && 'problems' in one ? one.problems.map(({ place, values }) => `${place.line}:${place.column} ${values?.message}`) : []).toEqual([expected])
  })
})

test('images are told apart from stages, and their variables put in', () => {
  const { stages } = read(`ARG VERSION=3.13
FROM registry.example:5000/python:\${VERSION}-slim@sha256:abc AS Base
FROM base AS build
FROM python:\${OTHER} AS last
COPY --from=1 /a /a
COPY --from=nginx:1.27 /b /b
`)
  expect(stages.map(({ name, base }) => [name, base.text, base.stage?.name ?? null, base.tag, base.digest, base.unresolved])).toEqual([
    ['base', 'registry.example:5000/python:3.13-slim@sha256:abc', null, '3.13-slim', 'sha256:abc', null],
    ['build', 'base', 'base', null, null, null],
    ['last', 'python:${OTHER}', null, '${OTHER}', null, 'OTHER'],
  ])
  expect(stages[2]?.instructions.map(({ source }) => [source?.text, source?.stage?.name])).toEqual([['1', 'build'], ['nginx:1.27', undefined]])
})

test('a registry with a port has no tag of its own', () => {
  expect(read('FROM registry.example:5000/python').stages[0]?.base).toMatchObject({ tag: null, digest: null })
})

test('variables come from ENV, from ARG and from the stage before', () => {
  const { stages } = read(`ARG WHO=global
FROM python:3 AS base
ENV APP_USER=app PORT=8000
FROM base
ARG WHO
ARG GROUP=staff
USER \${APP_USER}
USER $WHO:$GROUP
USER \${NOBODY:-nobody}
EXPOSE $PORT/tcp
CMD run --port $PORT
`)
  expect(stages[1]?.instructions.map(({ keyword, words, openVariable }) => [keyword, words.join(' '), openVariable])).toEqual([
    ['ARG', 'WHO', null], ['ARG', 'GROUP=staff', null], ['USER', 'app', null], ['USER', 'global:staff', 'WHO'], ['USER', 'nobody', 'NOBODY'],
    ['EXPOSE', '8000/tcp', null], ['CMD', 'run --port $PORT', null],
  ])
})

test.each([
  ['a list', 'CMD ["a b", "c"]', ['a b', 'c'], false],
  ['a list over lines, with a comment', 'CMD ["a", \\\n# why\n  "b"]', ['a', 'b'], false],
  ['a list of a health check', 'HEALTHCHECK --interval=5s CMD ["a", "b"]', ['a', 'b'], false],
  ['no list', 'CMD a b', null, false],
  ['a list with single quotes', "CMD ['a', 'b']", null, true],
  ['a list with a comma too many', 'CMD ["a", ]', null, true],
])('%s', (_, line, exec, isBrokenList) => {
  expect(read(`FROM python:3\n${line}\nUSER app`).stages[0]?.instructions[0]).toMatchObject({ exec, isBrokenList })
})

test('settings stand where they are written', () => {
  expect(read('FROM python:3\nENV A=1 \\\n    B="two words"\nARG C\nENV OLD way to say it').stages[0]?.instructions.flatMap(({ settings }) => settings)).toEqual([
    { name: 'A', value: '1', place: { line: 2, column: 5 } }, { name: 'B', value: 'two words', place: { line: 3, column: 5 } },
    { name: 'C', value: null, place: { line: 4, column: 5 } }, { name: 'OLD', value: 'way to say it', place: { line: 5, column: 5 } },
  ])
})

test('no file grows without end, or is read for long', () => {
  const doubling = `FROM python:3\nENV A=aaaaaaaaaa\n${'ENV A=$A$A$A$A\n'.repeat(200)}`
  expect(read(doubling).stages[0]?.environment.get('A')?.length).toBeLessThan(2_000_000)
  expect(read(`FROM python:3\nENV A="${'${a:-'.repeat(20_000)}"\n`).stages.length).toBe(1)
  expect(recognised('FROM a\n'.repeat(1_000))).toMatchObject({ problems: [{ reason: 'too-many-values' }] })
  expect(recognised(`FROM a\n${'# x\n'.repeat(50_000)}`)).toMatchObject({ problems: [{ reason: 'too-large' }] })
})
