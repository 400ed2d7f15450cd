import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { baseImage } from './base-image'

const digest = `sha256:${'0'.repeat(64)}`

test.each([
  ['a digest', `FROM python:3.13-slim@${digest}`, []],
  ['a digest alone', `FROM python@${digest}`, []],
  ['a tag', 'FROM python:3.13-slim', ['tag-only 1:1']],
  ['no tag', 'FROM python', ['no-tag 1:1']],
  ['no tag behind a registry with a port', 'FROM registry.example:5000/python', ['no-tag 1:1']],
  ['latest', 'FROM python:latest', ['latest 1:1']],
  ['latest with a digest', `FROM python:latest@${digest}`, []],
  ['nothing to build on', 'FROM scratch', []],
  ['a stage of the file', `FROM python@${digest} AS base\nRUN true\nFROM base`, []],
  ['each stage', 'FROM python AS build\nRUN true\nFROM python:latest', ['no-tag 1:1', 'latest 3:1']],
  ['a tag with a value that the file gives', 'ARG V=3.13\nFROM python:$V', ['tag-only 2:1']],
  ['a tag with a value that it does not', 'ARG V\nFROM python:$V', ['variable 2:1']],
  ['an image that is only copied from', `FROM python@${digest}\nCOPY --from=nginx:latest /a /a`, ['latest 2:1']],
  ['an image that is only at hand while something runs', `FROM python@${digest}\nRUN --mount=type=bind,from=tool:latest,target=/t /t/run`, ['latest 2:1']],
  ['a cache and a secret that are at hand', `FROM python@${digest}\nRUN --mount=type=cache,target=/c --mount=type=secret,id=t true`, []],
  ['a digest that was cut off', 'FROM python:3.13@sha256:0123abc', ['broken-digest 1:1']],
])('%s', (_, text, expected) => {
  expect(found(baseImage, text)).toEqual(expected)
})
